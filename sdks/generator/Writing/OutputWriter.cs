using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes the classes that carry what a resource or a function gives back.</summary>
public sealed class OutputWriter
{
    private readonly TypeNames _types;

    /// <summary>Initializes a new instance of the <see cref="OutputWriter"/> class.</summary>
    /// <param name="types">The names of the package's types.</param>
    public OutputWriter(TypeNames types) => _types = types;

    /// <summary>Writes a class.</summary>
    /// <param name="code">The file.</param>
    /// <param name="name">The class name.</param>
    /// <param name="properties">The members.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isInternal">Whether only this SDK sees the class.</param>
    public void Write(CodeWriter code, string name, IReadOnlyList<Property> properties, Place place, bool isInternal = false)
    {
        code.Blank();
        code.Line("[OutputType]");
        code.Open($"{(isInternal ? "internal" : "public")} sealed class {name}");
        foreach (var property in properties)
        {
            code.Line($"public readonly {_types.Of(property, place)} {property.Name};");
        }

        code.Line("[OutputConstructor]");
        code.Open($"private {name}({string.Join(", ", properties.Select(property => Parameter(property, place)))})");
        foreach (var property in properties)
        {
            var parameter = Names.Parameter(property.WireName);
            code.Line($"{(parameter == property.Name ? "this." : "")}{property.Name} = {parameter};");
        }

        code.Close();
        code.Close();
    }

    private string Parameter(Property property, Place place)
    {
        var name = Names.Parameter(property.WireName);
        var attribute = name.TrimStart('@') == property.WireName
            ? ""
            : $"[OutputConstructorParameter({Literals.Text(property.WireName)})] ";
        return $"{attribute}{_types.Of(property, place)} {name}";
    }
}
