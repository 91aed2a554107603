namespace Infra.Preview.Synthesis;

/// <summary>What kind of value a declared property holds.</summary>
internal enum ShapeKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A list of elements of one shape.</summary>
    List,

    /// <summary>A map from names to values of one shape.</summary>
    Map,

    /// <summary>An object of a declared type.</summary>
    Object,

    /// <summary>Anything.</summary>
    Any,
}

/// <summary>The declared shape of a property.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Element">The shape of a list's or map's elements; null for all others.</param>
/// <param name="Type">The object's type token; null for all others.</param>
/// <param name="Secret">Whether the value is always secret.</param>
/// <param name="Optional">Whether the value may be absent.</param>
internal sealed record Shape(ShapeKind Kind, Shape? Element = null, string? Type = null, bool Secret = false, bool Optional = false)
{
    /// <summary>Reads the short form: `s i n b *`, `[T]`, `{T}`, `@type`, then any of `!` secret and `?` optional. Anything else throws <see cref="FormatException"/>.</summary>
    public static Shape Parse(ReadOnlySpan<char> text)
    {
        var secret = false;
        var optional = false;
        while (text is [.., '!' or '?'])
        {
            secret |= text[^1] == '!';
            optional |= text[^1] == '?';
            text = text[..^1];
        }

        return text switch
        {
            "s" => new Shape(ShapeKind.Text, null, null, secret, optional),
            "i" => new Shape(ShapeKind.Integer, null, null, secret, optional),
            "n" => new Shape(ShapeKind.Number, null, null, secret, optional),
            "b" => new Shape(ShapeKind.Bool, null, null, secret, optional),
            "*" => new Shape(ShapeKind.Any, null, null, secret, optional),
            ['[', .. var inner, ']'] => new Shape(ShapeKind.List, Parse(inner), null, secret, optional),
            ['{', .. var inner, '}'] => new Shape(ShapeKind.Map, Parse(inner), null, secret, optional),
            ['@', .. var type] => new Shape(ShapeKind.Object, null, type.ToString(), secret, optional),
            _ => throw new FormatException($"'{text}' is not a shape. Allowed: s, i, n, b, *, [T], {{T}}, @type, with ! or ? behind. Write the table anew."),
        };
    }
}
