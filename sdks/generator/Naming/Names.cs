using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Sdks.Generator.Naming;

/// <summary>Turns the names of a schema into C# names, by the rules of the published SDKs.</summary>
public static partial class Names
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    private static readonly string[] DigitNames = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>Capitalises the first letter.</summary>
    /// <param name="name">A name, possibly empty.</param>
    /// <returns>The name with its first letter in upper case.</returns>
    public static string UppercaseFirst(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Lowers the first letter.</summary>
    /// <param name="name">A name, possibly empty.</param>
    /// <returns>The name with its first letter in lower case.</returns>
    public static string LowercaseFirst(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Removes hyphens and capitalises what follows each.</summary>
    /// <param name="name">A name such as <c>max-size</c>.</param>
    /// <returns>A name such as <c>maxSize</c>.</returns>
    public static string Unhyphenate(string name)
    {
        if (!name.Contains('-'))
        {
            return name;
        }

        var parts = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "" : parts[0] + string.Concat(parts.Skip(1).Select(UppercaseFirst));
    }

    /// <summary>Makes the name of a constructor parameter.</summary>
    /// <param name="wireName">The property's name on the wire.</param>
    /// <returns>The name without a leading <c>$</c>, keywords escaped.</returns>
    public static string Parameter(string wireName)
    {
        var name = Unhyphenate(wireName.StartsWith('$') ? wireName[1..] : wireName);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Makes the name of a backing field.</summary>
    /// <param name="wireName">The property's name on the wire.</param>
    /// <returns>The name with a leading underscore.</returns>
    public static string BackingField(string wireName) => "_" + Unhyphenate(wireName.StartsWith('$') ? wireName[1..] : wireName);

    /// <summary>Makes the name of a property.</summary>
    /// <param name="wireName">The property's name on the wire.</param>
    /// <param name="given">The name that the schema gives for C#, if any.</param>
    /// <returns>The name in Pascal case.</returns>
    public static string Property(string wireName, string? given)
        => string.IsNullOrEmpty(given) ? UppercaseFirst(Unhyphenate(wireName.StartsWith('$') ? wireName[1..] : wireName)) : given;

    /// <summary>Makes the name of an enum's member.</summary>
    /// <param name="name">The member's name in the schema, or its value.</param>
    /// <param name="enumName">The enum's name.</param>
    /// <returns>A C# identifier.</returns>
    /// <exception cref="GeneratorException">Nothing legal can be made of the name.</exception>
    public static string EnumMember(string name, string enumName)
    {
        var expanded = name switch
        {
            "*" => "Asterisk",
            [>= '0' and <= '9'] => DigitNames[name[0] - '0'],
            _ => name,
        };
        if (expanded.Length == 0 || (expanded.Length == 1 && !IsStart(expanded[0])))
        {
            throw new GeneratorException(
                $"The value '{name}' of enum {enumName} cannot become a C# name. A name holds at least one letter. Give the value a 'name' in the schema.");
        }

        var legal = new StringBuilder();
        for (var i = 0; i < expanded.Length; i++)
        {
            var letter = expanded[i];
            if (!IsPart(letter))
            {
                legal.Append('_');
                continue;
            }

            if (i == 0 && !IsStart(letter))
            {
                legal.Append('_');
            }

            legal.Append(letter);
        }

        var member = UppercaseFirst(Underscores().Replace(legal.ToString(), "_"));
        if (member.StartsWith('_'))
        {
            member = enumName + member;
        }

        // The struct of a string enum has a method of that name.
        return member == "Equals" ? "EqualsValue" : member;
    }

    /// <summary>Takes the name of a type, resource or function from its token.</summary>
    /// <param name="token">A token of three parts.</param>
    /// <returns>The last part in Pascal case.</returns>
    public static string OfToken(string token) => UppercaseFirst(Token.Parse(token).Member);

    /// <summary>Makes the class name of a function.</summary>
    /// <param name="token">The function's token.</param>
    /// <returns>The token's last part in Pascal case, with <c>Function</c> behind it where the class would be named like its own members.</returns>
    public static string Function(string token) => OfToken(token) is var name && name is "Invoke" or "InvokeAsync" ? name + "Function" : name;

    private static bool IsStart(char letter) => letter == '_' || char.IsLetter(letter);

    private static bool IsPart(char letter) => letter == '_' || char.IsLetterOrDigit(letter);

    [GeneratedRegex("_+")]
    private static partial Regex Underscores();
}
