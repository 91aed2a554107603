using System.Collections.Immutable;
using System.Reflection;
using Infra.Components.Kubernetes;
using Infra.Preview.Model;
using Pulumi;

namespace Infra.Tests.Systems.Kubernetes;

/// <summary>
/// The shape of Kubernetes objects as the SDK has it from the Kubernetes schema: which fields there are, which are required, and of what
/// type. What the schema says in prose only, the values of enumerations, is in <see cref="KubernetesValues"/>.
/// </summary>
internal static class KubernetesShape
{
    private const string Package = "kubernetes:";
    private const string CoreGroup = "core/";

    /// <summary>Everything in a resource's inputs that Kubernetes would refuse by its schema; empty when there is nothing.</summary>
    public static IReadOnlyList<string> Faults(ResourceNode node)
    {
        var faults = new List<string>();
        Check(node.Inputs, ArgsOf(node.Type), node.Name, faults);
        faults.AddRange(Identity(node));
        return faults;
    }

    /// <summary>The type of the arguments of a resource's type.</summary>
    public static Type ArgsOf(string type)
    {
        if (type == SecretProviderClass.ResourceType)
        {
            return typeof(SecretProviderClassArgs);
        }

        var (version, kind) = Parts(type);
        var module = string.Join('.', version.Split('/').Select(part => Capital(part.Split('.')[0])));
        return typeof(Pulumi.Kubernetes.Provider).Assembly.GetType($"Pulumi.Kubernetes.Types.Inputs.{module}.{kind}Args", throwOnError: true)!;
    }

    /// <summary>The fields of an object: name, type and whether it is required.</summary>
    public static IReadOnlyDictionary<string, (Type Type, bool Required)> Fields(Type args)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return args.GetProperties(Own).Select(property => (Member: (MemberInfo)property, Type: property.PropertyType))
            .Concat(args.GetFields(Own).Select(field => (Member: (MemberInfo)field, Type: field.FieldType)))
            .Select(member => (member.Type, Attribute: member.Member.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType == typeof(InputAttribute))))
            .Where(member => member.Attribute is not null)
            .ToDictionary(
                member => (string)member.Attribute!.ConstructorArguments[0].Value!,
                member => (member.Type, Required: (bool)member.Attribute!.ConstructorArguments[1].Value!),
                StringComparer.Ordinal);
    }

    private static void Check(PropertyValue value, Type type, string path, List<string> faults)
    {
        if (value.IsUnknown)
        {
            return;
        }

        var arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        switch (type.IsGenericType ? type.GetGenericTypeDefinition() : type)
        {
            case var generic when generic == typeof(Input<>) || generic == typeof(Output<>) || generic == typeof(Nullable<>):
                Check(value, arguments[0], path, faults);
                break;
            case var generic when generic == typeof(InputUnion<,>):
                CheckUnion(value, arguments, path, faults);
                break;
            case var generic when generic == typeof(InputList<>) || generic == typeof(ImmutableArray<>):
                CheckList(value, arguments[0], path, faults);
                break;
            case var generic when generic == typeof(InputMap<>):
                CheckMap(value, arguments[0], path, faults);
                break;
            case var args when typeof(ResourceArgs).IsAssignableFrom(args):
                CheckObject(value, args, path, faults);
                break;
            default:
                CheckScalar(value, type, path, faults);
                break;
        }
    }

    private static void CheckUnion(PropertyValue value, Type[] types, string path, List<string> faults)
    {
        var attempts = types.Select(type =>
        {
            var found = new List<string>();
            Check(value, type, path, found);
            return found;
        }).ToList();

        // A text beside an enumeration is the enumeration's form in JSON: its values alone are legal.
        var enumeration = Array.FindIndex(types, type => type.IsDefined(typeof(EnumTypeAttribute)));
        faults.AddRange(enumeration >= 0 ? attempts[enumeration] : attempts.MinBy(attempt => attempt.Count)!);
    }

    private static void CheckList(PropertyValue value, Type item, string path, List<string> faults)
    {
        if (value.AsList is not { } list)
        {
            faults.Add($"{path} is {value}, not a list");
            return;
        }

        for (var index = 0; index < list.Count; index++)
        {
            Check(list[index], item, $"{path}[{index}]", faults);
        }
    }

    private static void CheckMap(PropertyValue value, Type item, string path, List<string> faults)
    {
        if (value.AsMap is not { } map)
        {
            faults.Add($"{path} is {value}, not a map");
            return;
        }

        foreach (var (key, entry) in map)
        {
            Check(entry, item, $"{path}[{key}]", faults);
        }
    }

    private static void CheckObject(PropertyValue value, Type args, string path, List<string> faults)
    {
        if (value.AsMap is not { } map)
        {
            faults.Add($"{path} is {value}, not an object");
            return;
        }

        var fields = Fields(args);
        faults.AddRange(fields.Where(field => field.Value.Required && (map.Find(field.Key)?.IsNull ?? true)).Select(field => $"{path}.{field.Key} is required"));
        foreach (var (name, member) in map.Where(member => !member.Value.IsNull))
        {
            if (!fields.TryGetValue(name, out var field))
            {
                faults.Add($"{path}.{name} does not exist");
                continue;
            }

            Check(member, field.Type, $"{path}.{name}", faults);
            faults.AddRange(KubernetesValues.Faults(args.Name, name, member, $"{path}.{name}"));
        }
    }

    private static void CheckScalar(PropertyValue value, Type type, string path, List<string> faults)
    {
        var legal = type == typeof(string) ? value.AsText is not null
            : type == typeof(bool) ? value.AsBool is not null
            : type == typeof(int) ? value.AsNumber is { } number && number == Math.Truncate(number)
            : type == typeof(double) ? value.AsNumber is not null
            : type.IsDefined(typeof(EnumTypeAttribute)) ? value.AsText is { } text && Values(type).Contains(text)
            : type == typeof(object) || typeof(AssetOrArchive).IsAssignableFrom(type);
        if (!legal)
        {
            faults.Add($"{path} is {value}, not a {type.Name}");
        }
    }

    // The constants of the schema: an object's own version and kind.
    private static IEnumerable<string> Identity(ResourceNode node)
    {
        var (version, kind) = Parts(node.Type);
        if (version.StartsWith("helm.sh/", StringComparison.Ordinal))
        {
            yield break;
        }

        // The oldest group has no name in objects.
        version = version.StartsWith(CoreGroup, StringComparison.Ordinal) ? version[CoreGroup.Length..] : version;
        if (node.Inputs["apiVersion"].AsText != version || node.Inputs["kind"].AsText != kind)
        {
            yield return $"{node.Name} is a {node.Inputs["apiVersion"]} {node.Inputs["kind"]}, not a {version} {kind}";
        }
    }

    private static HashSet<string> Values(Type enumeration) =>
        [.. enumeration.GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => property.GetValue(null)!.ToString()!)];

    private static (string Version, string Kind) Parts(string type) => type[Package.Length..].Split(':') is [var version, var kind]
        ? (version, kind)
        : throw new ArgumentException($"'{type}' is no type of a Kubernetes resource.", nameof(type));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
