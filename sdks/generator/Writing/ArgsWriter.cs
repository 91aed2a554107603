using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes the classes that carry what is given to a resource or a function.</summary>
public sealed class ArgsWriter
{
    private readonly TypeNames _types;
    private readonly bool _isKubernetes;

    /// <summary>Initializes a new instance of the <see cref="ArgsWriter"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="types">The names of its types.</param>
    public ArgsWriter(Package package, TypeNames types)
    {
        _types = types;
        _isKubernetes = package.Naming.IsKubernetes;
    }

    /// <summary>Writes a class.</summary>
    /// <param name="code">The file.</param>
    /// <param name="args">What to write.</param>
    public void Write(CodeWriter code, ArgsClass args)
    {
        code.Blank();
        var isSealed = !_isKubernetes || args.IsProvider;
        code.Open($"public {(isSealed ? "sealed " : "")}class {args.Name} : global::Pulumi.{args.BaseClass}");
        foreach (var property in args.Properties)
        {
            Write(code, property, args);
        }

        var defaults = args.Properties
            .Select(property => (property.Name, Value: Literals.Default(property)))
            .Where(entry => entry.Value is not null)
            .ToList();
        if (defaults.Count > 0)
        {
            code.Open($"public {args.Name}()");
            foreach (var (name, value) in defaults)
            {
                code.Line($"{name} = {value};");
            }

            code.Close();
        }

        code.Line($"public static new {args.Name} Empty => new {args.Name}();");
        code.Close();
    }

    private void Write(CodeWriter code, Property property, ArgsClass args)
    {
        var attribute = $"[Input({Literals.Text(property.WireName)}{(property.IsRequired ? ", required: true" : "")}{(IsJson(property, args) ? ", json: true" : "")})]";
        if (property.IsCollection || property.Spec.Secret)
        {
            WriteWithField(code, property, args, attribute);
            return;
        }

        var initializer = property.IsRequired && !IsValueType(property.Type) ? " = null!;" : "";
        code.Line($"{attribute} public {_types.Of(property, args.Place)} {property.Name} {{ get; set; }}{initializer}");
    }

    private void WriteWithField(CodeWriter code, Property property, ArgsClass args, string attribute)
    {
        var type = _types.Of(property.Type, args.Place, mutable: !args.TakesOutputs || !property.TakesOutputs);
        var field = Names.BackingField(property.WireName);
        code.Line($"{attribute} private {type}? {field};");
        code.Obsolete(property.Spec.DeprecationMessage);
        var (declared, getter) = property.IsCollection ? (type, $"{field} ??= new {type}()") : (type + "?", field);
        if (!property.Spec.Secret || !property.TakesOutputs)
        {
            code.Line($"public {declared} {property.Name} {{ get => {getter}; set => {field} = value; }}");
            return;
        }

        // Whatever is combined with a secret is one: an empty secret beside the value marks it.
        var marked = property.Value switch
        {
            ArrayType array => "Output.All(value, Output.CreateSecret(ImmutableArray.Create<"
                + $"{_types.Of(TypeNames.Plain(array.Element), args.Place)}>())).Apply(v => v[0])",
            MapType map => "Output.All(value, Output.CreateSecret(ImmutableDictionary.Create<string, "
                + $"{_types.Of(TypeNames.Plain(map.Element), args.Place)}>())).Apply(v => v[0])",
            _ => $"Output.Tuple<{type}?, int>(value, Output.CreateSecret(0)).Apply(t => t.Item1)",
        };
        code.Line($"public {declared} {property.Name} {{ get => {getter}; set => {field} = {marked}; }}");
    }

    // A provider's inputs travel as text: all but texts as JSON.
    private static bool IsJson(Property property, ArgsClass args)
        => args.IsProvider && property.Value is not PrimitiveType { Kind: PrimitiveKind.String };

    private static bool IsValueType(SchemaType type)
        => type is EnumType or PrimitiveType { Kind: PrimitiveKind.Boolean or PrimitiveKind.Integer or PrimitiveKind.Number };
}

/// <summary>Describes a class of arguments.</summary>
/// <param name="Name">The class name.</param>
/// <param name="BaseClass">The base class in namespace Pulumi.</param>
/// <param name="Properties">The members.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="TakesOutputs">Whether members take outputs unless marked plain.</param>
/// <param name="IsProvider">Whether the members are a provider's.</param>
public sealed record ArgsClass(
    string Name,
    string BaseClass,
    IReadOnlyList<Property> Properties,
    Place Place,
    bool TakesOutputs = true,
    bool IsProvider = false);
