using Infra.Preview.Model;

namespace Infra.Preview.Rendering;

/// <summary>How many resources there are, by operation and by system.</summary>
internal static class SummaryBlock
{
    public static void Write(TextCanvas canvas, PreviewResult result)
    {
        var nodes = result.Graph.Nodes.Where(node => !ResourceTree.IsHidden(node)).ToList();
        var systems = nodes.Where(node => node.System is not null).GroupBy(node => node.System!).ToList();
        if (systems.Count > 0)
        {
            canvas.Write("Systems:", Ink.Bold).Line();
            var width = systems.Max(system => system.Key.Length);
            foreach (var system in systems)
            {
                var components = system.Count(node => !node.Custom);
                canvas.Write($"    {system.Key.PadRight(width)}  {Count(system.Count() - components, "resource")} in {Count(components, "component")}").Line();
            }

            canvas.Line();
        }

        canvas.Write("Resources:", Ink.Bold).Line();
        foreach (var group in nodes.GroupBy(node => node.Operation).OrderBy(group => group.Key))
        {
            canvas.Write($"    {ResourceTree.Sign(group.First())} ", ResourceTree.Color(group.First())).Write($"{group.Count()} to {ResourceTree.Plan(group.First())}").Line();
        }

        if (nodes.Count == 0)
        {
            canvas.Write("    none").Line();
        }

        var warnings = result.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var errors = result.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        if (errors > 0)
        {
            canvas.Line().Write($"Preview failed with {Count(errors, "error")}.", Ink.Red).Line();
        }
        else if (warnings > 0)
        {
            canvas.Line().Write($"Preview succeeded with {Count(warnings, "warning")}.").Line();
        }
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
