namespace Infra.Sdks.Generator.Naming;

/// <summary>Is a token <c>package:module:member</c>.</summary>
/// <param name="Package">The package's name.</param>
/// <param name="Module">The middle part as it stands.</param>
/// <param name="Member">The member's name as it stands.</param>
public readonly record struct Token(string Package, string Module, string Member)
{
    /// <summary>Splits a token.</summary>
    /// <param name="text">The token.</param>
    /// <returns>Its three parts.</returns>
    /// <exception cref="GeneratorException">The text has not three parts.</exception>
    public static Token Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 3 && parts.All(part => part.Length > 0)
            ? new Token(parts[0], parts[1], parts[2])
            : throw new GeneratorException(
                $"'{text}' is not a token. A token is package:module:member, such as aws:ecs/cluster:Cluster. Correct it in the token list or the schema.");
    }
}
