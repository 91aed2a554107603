using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class ArrayConverter<T> : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is not ImmutableArray<object?> list)
        {
            return value is null
                ? default(ImmutableArray<T>)
                : problems.Mismatch(context, typeof(ImmutableArray<T>), value, default(ImmutableArray<T>));
        }

        var converter = For(typeof(T));
        var elements = ImmutableArray.CreateBuilder<T>(list.Length);
        for (var i = 0; i < list.Length; i++)
        {
            elements.Add((T)converter.Convert(problems, $"{context}[{i}]", list[i])!);
        }

        return elements.MoveToImmutable();
    }
}

internal sealed class DictionaryConverter<T> : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is not ImmutableDictionary<string, object?> map)
        {
            return value is null ? null : problems.Mismatch(context, typeof(ImmutableDictionary<string, T>), value);
        }

        var converter = For(typeof(T));
        var members = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, member) in map)
        {
            members.Add(key, (T)converter.Convert(problems, $"{context}.{key}", member)!);
        }

        return members.ToImmutable();
    }
}

internal sealed class OutputConverter<T> : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        var data = value is IOutput output
            ? Completed(output)
            : OutputData.Known(value);
        var converted = (T)For(typeof(T)).Convert(problems, context, data.Value)!;
        return new Output<T>(Task.FromResult(new OutputData<T>(data.Resources, converted, data.IsKnown, data.IsSecret)));
    }

    // An output inside a deserialized value was made of what is at hand; it never has to be waited for.
    private static OutputData<object?> Completed(IOutput output) => output.GetDataAsync().GetAwaiter().GetResult();
}

internal sealed class UnionConverter<T0, T1> : TypeConverter
{
    public override object? Convert(ConversionProblems problems, string context, object? value)
    {
        if (value is null)
        {
            return default(Union<T0, T1>);
        }

        var first = new ConversionProblems();
        var case0 = For(typeof(T0)).Convert(first, context, value);
        if (!first.Any)
        {
            return Union<T0, T1>.FromT0((T0)case0!);
        }

        var second = new ConversionProblems();
        var case1 = For(typeof(T1)).Convert(second, context, value);
        return second.Any
            ? problems.Mismatch(context, typeof(Union<T0, T1>), value, default(Union<T0, T1>))
            : Union<T0, T1>.FromT1((T1)case1!);
    }
}
