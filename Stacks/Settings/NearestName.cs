namespace Infra.Stacks.Settings;

/// <summary>Finds the name that a misspelt one was meant to be.</summary>
internal static class NearestName
{
    private const int MostEdits = 3;
    private const int ShortestBeginning = 3;

    /// <summary>
    /// The candidate fewest edits away (a letter put in, left out, replaced, or two neighbours swapped; case is free), if that is at most
    /// three and less than half of the text; a name that begins with the other counts as one edit away. Of several it is the first in
    /// ordinal order. Null when none is near.
    /// </summary>
    public static string? Of(string text, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, edits: Edits(text, candidate)))
        .Where(near => near.edits <= MostEdits && near.edits * 2 < Math.Max(text.Length, 2))
        .OrderBy(near => near.edits)
        .ThenBy(near => near.candidate, StringComparer.Ordinal)
        .Select(near => near.candidate)
        .FirstOrDefault();

    // `production` for prod, `dev` for a longer name.
    private static bool Begins(string name, string with) =>
        with.Length >= ShortestBeginning && name.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    // Optimal string alignment: Levenshtein's distance with swaps of neighbours.
    private static int Edits(string left, string right)
    {
        if (left.Length != right.Length && (Begins(left, right) || Begins(right, left)))
        {
            return 1;
        }

        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                table[row, column] = row == 0 || column == 0 ? row + column : Least(table, row, column, left, right);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Least(int[,] table, int row, int column, string left, string right)
    {
        var replaced = table[row - 1, column - 1] + (Same(left[row - 1], right[column - 1]) ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
        var swapped = row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]);
        return swapped ? Math.Min(least, table[row - 2, column - 2] + 1) : least;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
