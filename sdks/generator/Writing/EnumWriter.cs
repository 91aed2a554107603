using System.Text.Json;
using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes enums: whole numbers become C# enums, texts and numbers become structs with one static member per value.</summary>
public static class EnumWriter
{
    /// <summary>Tells the primitive under an enum.</summary>
    /// <param name="package">The package.</param>
    /// <param name="token">The enum's token.</param>
    /// <returns>Text, number or integer.</returns>
    /// <exception cref="GeneratorException">The enum is of another type.</exception>
    public static PrimitiveKind Kind(Package package, string token) => package.Spec.Types[token].Type switch
    {
        "string" => PrimitiveKind.String,
        "number" => PrimitiveKind.Number,
        "integer" => PrimitiveKind.Integer,
        var other => throw new GeneratorException(
            $"The enum {token} is of type '{other}'. Allowed are string, number and integer. Leave the enum out, or teach the generator the type."),
    };

    /// <summary>Makes the name of an enum's member.</summary>
    /// <param name="value">The member.</param>
    /// <param name="enumName">The enum's name.</param>
    /// <returns>The name.</returns>
    public static string MemberName(EnumValueSpec value, string enumName)
        => Names.EnumMember(
            string.IsNullOrEmpty(value.Name) ? (value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : value.Value.GetRawText()) : value.Name,
            enumName);

    /// <summary>Writes an enum.</summary>
    /// <param name="code">The file.</param>
    /// <param name="package">The package.</param>
    /// <param name="token">The enum's token.</param>
    public static void Write(CodeWriter code, Package package, string token)
    {
        var name = Names.OfToken(token);
        var kind = Kind(package, token);
        var values = package.Spec.Types[token].Enum!;
        code.Blank();
        code.Summary($"Holds the values of <c>{token}</c>.");
        if (kind == PrimitiveKind.Integer)
        {
            WriteWholeNumbers(code, name, values);
        }
        else
        {
            WriteStruct(code, name, values, kind == PrimitiveKind.String);
        }
    }

    private static void WriteWholeNumbers(CodeWriter code, string name, List<EnumValueSpec> values)
    {
        code.Open($"public enum {name}");
        foreach (var value in values)
        {
            code.Obsolete(value.DeprecationMessage);
            code.Line($"{MemberName(value, name)} = {Literals.Value(value.Value)},");
        }

        code.Close();
    }

    private static void WriteStruct(CodeWriter code, string name, List<EnumValueSpec> values, bool isText)
    {
        var type = isText ? "string" : "double";
        code.Line("[EnumType]");
        code.Open($"public readonly struct {name} : IEquatable<{name}>");
        code.Line($"private readonly {type} _value;");
        code.Line($"private {name}({type} value) => _value = value{(isText ? " ?? throw new ArgumentNullException(nameof(value))" : "")};");
        foreach (var value in values)
        {
            code.Obsolete(value.DeprecationMessage);
            code.Line($"public static {name} {MemberName(value, name)} {{ get; }} = new({Literals.Value(value.Value)});");
        }

        var equal = isText ? "string.Equals(_value, other._value, StringComparison.Ordinal)" : "_value == other._value";
        code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        code.Line($"public static explicit operator {type}({name} value) => value._value;");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        code.Line($"public bool Equals({name} other) => {equal};");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public override int GetHashCode() => _value{(isText ? "?.GetHashCode() ?? 0" : ".GetHashCode()")};");
        code.Line($"public override string ToString() => _value{(isText ? "" : ".ToString()")};");
        code.Close();
    }
}
