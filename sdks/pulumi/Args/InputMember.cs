using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One [Input] field or property of an args class.</summary>
internal sealed class InputMember
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, InputMember[]> Cache = new();

    private readonly MemberInfo _member;

    private readonly FieldInfo? _field;

    private InputMember(MemberInfo member, InputAttribute attribute)
    {
        _member = member;
        _field = member as FieldInfo ?? AutoProperty.Field((PropertyInfo)member, accessor: ((PropertyInfo)member).GetMethod);
        Name = attribute.Name;
        IsRequired = attribute.IsRequired;
        Json = attribute.Json;
    }

    public string Name { get; }

    public string MemberName => _member.Name;

    public bool IsRequired { get; }

    public bool Json { get; }

    public static InputMember[] Of(Type type) => Cache.GetOrAdd(type, static argsType => Find(argsType));

    public object? Get(InputArgs args) => _field is not null ? _field.GetValue(args) : ((PropertyInfo)_member).GetValue(args);

    private static InputMember[] Find(Type type)
    {
        var members = new List<InputMember>();
        foreach (var field in type.GetFields(Instance))
        {
            AddIfMarked(members, field);
        }

        foreach (var property in type.GetProperties(Instance))
        {
            AddIfMarked(members, property);
        }

        return [.. members];
    }

    private static void AddIfMarked(List<InputMember> members, MemberInfo member)
    {
        // Compiler-generated backing fields are half of all members and never marked.
        if (member.Name[0] != '<' && member.GetCustomAttribute<InputAttribute>() is { } attribute)
        {
            members.Add(new InputMember(member, attribute));
        }
    }
}
