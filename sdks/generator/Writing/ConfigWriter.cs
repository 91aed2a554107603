using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes the class that reads a provider's configuration variables.</summary>
public sealed class ConfigWriter
{
    private readonly Package _package;
    private readonly TypeNames _types;

    /// <summary>Initializes a new instance of the <see cref="ConfigWriter"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="types">The names of its types.</param>
    public ConfigWriter(Package package, TypeNames types)
    {
        _package = package;
        _types = types;
    }

    /// <summary>Writes the class.</summary>
    /// <param name="code">The file.</param>
    public void Write(CodeWriter code)
    {
        var variables = _package.Properties(_package.Spec.Config?.Variables, required: null, inputShape: false);
        code.Blank();
        code.Summary($"Reads the stack configuration of package <c>{_package.Spec.Name}</c>; a value that is set wins over the stack's.");
        code.Open("public static class Config");
        code.Line($"private static readonly global::Pulumi.Config Stack = new({Literals.Text(_package.Spec.Name)});");
        foreach (var variable in variables)
        {
            var (type, getter) = Reader(variable.Type);
            var read = $"Stack.{getter}({Literals.Text(variable.WireName)})";
            var value = Literals.Default(variable) is { } given ? $"{read} ?? {given}" : read;
            var field = Names.BackingField(variable.WireName);
            code.Line($"private static readonly Setting<{type}> {field} = new(() => {value});");
            code.Line($"public static {type} {variable.Name} {{ get => {field}.Value; set => {field}.Value = value; }}");
        }

        WriteTypes(code, variables);
        code.Open("private sealed class Setting<T>(Func<T> read)");
        code.Line("private T _value = default!;");
        code.Line("private bool _isSet;");
        code.Line("public T Value { get => _isSet ? _value : read(); set { _value = value; _isSet = true; } }");
        code.Close();
        code.Close();
    }

    private (string Type, string Getter) Reader(SchemaType type)
    {
        var name = _types.Of(type, new Place("config", "Types"));
        return type switch
        {
            PrimitiveType { Kind: PrimitiveKind.String } => ("string?", "Get"),
            PrimitiveType { Kind: PrimitiveKind.Boolean } => ("bool?", "GetBoolean"),
            PrimitiveType { Kind: PrimitiveKind.Integer } => ("int?", "GetInt32"),
            PrimitiveType { Kind: PrimitiveKind.Number } => ("double?", "GetDouble"),
            ArrayType => (name, $"GetObject<{name}>"),
            _ => (name + "?", $"GetObject<{name}>"),
        };
    }

    private void WriteTypes(CodeWriter code, IReadOnlyList<Property> variables)
    {
        var objects = new SortedDictionary<string, ObjectType>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            Collect(variable.Type, objects);
        }

        if (objects.Count == 0)
        {
            return;
        }

        code.Open("public static class Types");
        foreach (var (token, type) in objects)
        {
            code.Open($"public class {Names.OfToken(token)}");
            foreach (var property in Package.Properties(type))
            {
                var isText = !property.IsRequired && property.Type is not (ArrayType or EnumType
                    or PrimitiveType { Kind: PrimitiveKind.Boolean or PrimitiveKind.Integer or PrimitiveKind.Number });
                var name = _types.Of(property, new Place("config", "Types"));
                code.Line($"public {name} {property.Name} {{ get; set; }}{(isText || property.IsRequired ? " = default!;" : "")}");
            }

            code.Close();
        }

        code.Close();
    }

    private static void Collect(SchemaType type, SortedDictionary<string, ObjectType> objects)
    {
        switch (type)
        {
            case ArrayType array:
                Collect(array.Element, objects);
                break;
            case MapType map:
                Collect(map.Element, objects);
                break;
            case ObjectType item when objects.TryAdd(item.Token, item):
                foreach (var property in Package.Properties(item))
                {
                    Collect(property.Type, objects);
                }

                break;
        }
    }
}
