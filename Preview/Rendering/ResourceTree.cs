using Infra.Preview.Model;

namespace Infra.Preview.Rendering;

/// <summary>The tree of resources in columns: operation, type, name, plan, and what is special about a resource.</summary>
internal static class ResourceTree
{
    private sealed record Row(ResourceNode Node, string Branch, string Type, string Info);

    public static void Write(TextCanvas canvas, PreviewResult result)
    {
        var rows = Rows(result).ToList();
        var typeWidth = Width(rows, row => row.Branch.Length + row.Type.Length, "Type");
        var nameWidth = Width(rows, row => row.Node.Name.Length, "Name");
        var planWidth = Width(rows, row => Plan(row.Node).Length, "Plan");
        canvas.Write("     ").Write("Type".PadRight(typeWidth), Ink.Bold).Write("Name".PadRight(nameWidth), Ink.Bold)
            .Write("Plan".PadRight(planWidth), Ink.Bold).Write(rows.Exists(row => row.Info.Length > 0) ? "Info" : "", Ink.Bold).Line();
        foreach (var row in rows)
        {
            var ink = Color(row.Node);
            canvas.Write($" {Sign(row.Node)} ", ink).Write("  ")
                .Write(row.Branch, Ink.Dim).Write(row.Type.PadRight(typeWidth - row.Branch.Length))
                .Write(row.Node.Name.PadRight(nameWidth))
                .Write(Plan(row.Node).PadRight(planWidth), ink)
                .Write(row.Info, row.Info.Contains("error", StringComparison.Ordinal) ? Ink.Red : Ink.Yellow).Line();
        }

        canvas.Line();
    }

    /// <summary>A type as the CLI shortens it: `aws:ecr/repository:Repository` is `aws:ecr:Repository`.</summary>
    public static string ShortType(string type)
    {
        if (type.Split(':') is not [var package, var module, var member] || module.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
        {
            return type;
        }

        return module.AsSpan(slash + 1).Equals(member, StringComparison.OrdinalIgnoreCase) ? $"{package}:{module[..slash]}:{member}" : type;
    }

    /// <summary>Whether the CLI leaves a resource out of what people see: providers that no one asked for.</summary>
    public static bool IsHidden(ResourceNode node) => node is { IsProvider: true, Parent: null };

    public static string Plan(ResourceNode node) => node.Operation switch
    {
        ResourceOperation.Read => "read",
        ResourceOperation.Import => "import",
        _ => "create",
    };

    public static string Sign(ResourceNode node) => node.Operation switch
    {
        ResourceOperation.Read => ">",
        ResourceOperation.Import => "=",
        _ => "+",
    };

    public static Ink Color(ResourceNode node) => node.Operation == ResourceOperation.Read ? Ink.Cyan : Ink.Green;

    private static IEnumerable<Row> Rows(PreviewResult result)
    {
        var messages = result.Diagnostics.ToLookup(diagnostic => diagnostic.Urn, StringComparer.Ordinal);
        // Whether the last child of each ancestor has been written: below it no line goes on.
        var open = new List<bool>();
        var depths = new Dictionary<ResourceNode, int>();
        var last = result.Graph.Nodes.Where(node => node.Parent is not null).GroupBy(node => node.Parent!).ToDictionary(group => group.Key, group => group.Last());
        foreach (var node in result.Graph.Nodes.Where(node => !IsHidden(node)))
        {
            var depth = node.Parent is { } parent ? depths[parent] + 1 : 0;
            depths[node] = depth;
            var isLast = node.Parent is { } above && last[above] == node;
            open.RemoveRange(Math.Min(depth, open.Count), open.Count - Math.Min(depth, open.Count));
            open.Add(!isLast);
            var branch = depth == 0
                ? ""
                : string.Concat(Enumerable.Range(1, depth - 1).Select(level => open[level] ? "│  " : "   ")) + (isLast ? "└─ " : "├─ ");
            yield return new Row(node, branch, ShortType(node.Type), Info(node, messages[node.Urn]));
        }
    }

    private static string Info(ResourceNode node, IEnumerable<Diagnostic> messages)
    {
        var parts = new List<string>();
        if (node.Protect)
        {
            parts.Add("protected");
        }

        if (node.RetainOnDelete)
        {
            parts.Add("retained on delete");
        }

        foreach (var group in messages.GroupBy(message => message.Severity).OrderByDescending(group => group.Key))
        {
            var count = group.Count();
            var what = group.Key switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
            parts.Add($"{count} {what}{(count == 1 ? "" : "s")}");
        }

        return string.Join("; ", parts);
    }

    private static int Width(List<Row> rows, Func<Row, int> length, string title) =>
        Math.Max(title.Length, rows.Select(length).DefaultIfEmpty().Max()) + 2;
}
