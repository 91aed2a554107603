using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator;

/// <summary>Is an entry of a token list.</summary>
/// <param name="Token">The token of a resource, a function or an enum.</param>
/// <param name="Without">The wire names of the properties to leave out.</param>
public sealed record TokenEntry(string Token, IReadOnlyList<string> Without);

/// <summary>
/// Reads token lists: one token a line, <c>#</c> begins a comment. <c>-property</c> after a resource's token leaves that
/// property out, with the types that only it needs.
/// </summary>
public static class TokenList
{
    /// <summary>Reads a list.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The entries in the order of the file.</returns>
    /// <exception cref="GeneratorException">The file holds something else, or a token twice.</exception>
    public static IReadOnlyList<TokenEntry> Read(string path) => Parse(File.ReadLines(path), path);

    /// <summary>Reads a list.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="source">Where they come from, for messages.</param>
    /// <returns>The entries in order.</returns>
    /// <exception cref="GeneratorException">The lines hold something else, or a token twice.</exception>
    public static IReadOnlyList<TokenEntry> Parse(IEnumerable<string> lines, string source)
    {
        var entries = lines
            .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(words => words.Length > 0)
            .Select(words => Entry(words, source))
            .ToList();
        var twice = entries.GroupBy(entry => entry.Token, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToList();
        return twice.Count == 0
            ? entries
            : throw new GeneratorException($"'{source}' lists {string.Join(", ", twice)} more than once. Each token stands once. Remove the repetition.");
    }

    private static TokenEntry Entry(string[] words, string source)
    {
        Token.Parse(words[0]);
        var strange = words.Skip(1).FirstOrDefault(word => word.Length < 2 || word[0] != '-');
        return strange is null
            ? new TokenEntry(words[0], [.. words.Skip(1).Select(word => word[1..])])
            : throw new GeneratorException(
                $"'{source}' has '{strange}' after {words[0]}. Only -PROPERTY may follow a token, to leave a property out. Put each token on a line of its own.");
    }
}
