namespace Infra.Preview.Diagrams.Layout;

/// <summary>How wide texts are. The writer makes every text exactly as wide as said here, whatever font the viewer has.</summary>
internal static class TextSize
{
    /// <summary>The width in pixels of a text in a sans-serif font of that size: thousandths of the size by character, as in Helvetica.</summary>
    public static int Width(string text, int size, bool bold = false)
    {
        var thousandths = 0;
        foreach (var character in text)
        {
            thousandths += character switch
            {
                'i' or 'j' or 'l' or '\'' or '|' => 222,
                '.' or ',' or ':' or ';' or ' ' or '/' or 't' or 'f' or 'I' or '!' => 278,
                'r' or '-' or '(' or ')' or '[' or ']' or '"' => 340,
                'm' or 'M' or '%' or '…' => 850,
                'w' => 722,
                'W' or '@' => 950,
                >= 'A' and <= 'Z' => 690,
                'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' => 500,
                _ => 560,
            };
        }

        return ((thousandths * size * (bold ? 107 : 102)) + 99_999) / 100_000;
    }

    /// <summary>The text in lines of at most that width, broken at spaces, else after dashes, dots or slashes, else anywhere.</summary>
    public static IReadOnlyList<string> Wrap(string text, int size, bool bold, int width)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var fits = rest.Length;
            while (fits > 1 && Width(rest[..fits], size, bold) > width)
            {
                fits--;
            }

            if (fits < rest.Length)
            {
                var space = rest.LastIndexOf(' ', fits, fits);
                var seam = rest.LastIndexOfAny(['-', '.', '/'], fits - 1);
                fits = space > 0 ? space : seam > 0 ? seam + 1 : fits;
            }

            lines.Add(rest[..fits].Trim());
            rest = rest[fits..].Trim();
        }

        return lines;
    }
}
