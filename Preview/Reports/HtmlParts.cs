namespace Infra.Preview.Reports;

/// <summary>The foldable parts that the page's script searches: groups of items.</summary>
internal static class HtmlParts
{
    /// <summary>Writes a group, unfolded, with its title and a note beside it.</summary>
    public static void Group(HtmlText html, string title, string note, Action content)
    {
        html.Open("details", ("class", "group"), ("open", ""));
        html.Open("summary").Element("span", title, ("class", "name")).Text(" ").Element("span", note, ("class", "note")).Close();
        content();
        html.Close();
    }

    /// <summary>Writes an item, folded: a badge, what it is, a note beside it, and its details.</summary>
    public static void Item(HtmlText html, (string Kind, string Text) badge, string title, string note, Action details)
    {
        html.Open("details", ("class", "item"));
        html.Open("summary").Element("span", badge.Text, ("class", $"badge {badge.Kind}")).Text(" ")
            .Element("span", title, ("class", "name")).Text(" ").Element("span", note, ("class", "note")).Close();
        html.Open("div", ("class", "details"));
        details();
        html.Close().Close();
    }

    /// <summary>Writes names with their values.</summary>
    public static void Facts(HtmlText html, IEnumerable<(string Name, string Value)> facts)
    {
        html.Open("dl");
        foreach (var (name, value) in facts)
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.Close();
    }

    /// <summary>Writes a table; cells of columns whose title ends in `#` are numbers.</summary>
    public static void Table(HtmlText html, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Open("table").Open("thead").Open("tr");
        foreach (var column in columns)
        {
            html.Element("th", column.TrimEnd('#'), ("class", Class(column)), ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            html.Open("tr");
            for (var index = 0; index < row.Count; index++)
            {
                html.Element("td", row[index], ("class", Class(columns[index])));
            }

            html.Close();
        }

        html.Close().Close();
    }

    private static string Class(string column) => column.EndsWith('#') ? "number" : "text";
}
