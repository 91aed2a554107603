using Infra.Preview;
using Infra.Preview.Cost;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Versions;
using Infra.Preview.Findings;
using Infra.Preview.Model;
using Infra.Preview.Reports;
using Infra.Tests.Preview.Diff;

namespace Infra.Tests.Preview.Reports;

/// <summary>Reports on graphs made by hand.</summary>
internal static class SampleReports
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    /// <summary>A report on what a stack is.</summary>
    public static StackReport Of(Action<Graphs> after, string stack = "dev") => Parts(Graph(after), stack).Compose();

    /// <summary>A report on what a change does to a stack.</summary>
    public static StackReport Of(Action<Graphs> before, Action<Graphs> after)
    {
        var (old, young) = (Graph(before), Graph(after));
        return (Parts(young, "dev") with
        {
            Baseline = new Baseline("git:main", old),
            Difference = GraphDifference.Compare(old, young),
            CostBefore = CostEstimator.Estimate(old),
            FindingsBefore = Checker.Check(old, SuppressionFile.None, Today),
        }).Compose();
    }

    /// <summary>A stack of many tables in many components, each of which a change of one setting replaces.</summary>
    public static void Huge(Graphs graph, string key)
    {
        for (var component = 0; component < 100; component++)
        {
            var parent = graph.Component("shop:index:Part", $"part-{component}", graph.Stack);
            for (var index = 0; index < 20; index++)
            {
                graph.Add(
                    "aws:dynamodb/table:Table",
                    $"table-{component}-{index}",
                    MapValue.Of(("hashKey", key), ("name", $"orders-{component}-{index}"), ("tags", MapValue.Of(("owner", "team@example.com ```")))),
                    parent);
            }
        }
    }

    public static ReportParts Parts(ResourceGraph graph, string stack) => new()
    {
        Result = new PreviewResult
        {
            ExitCode = 0,
            Project = "shop",
            Stack = stack,
            Unknowns = false,
            Graph = graph,
            Diagnostics = [new Diagnostic(Severity.Warning, "One is <few>.", graph.Stack!.Urn)],
            ProgramOutput = [],
            Config = MapValue.Empty,
        },
        Findings = Checker.Check(graph, SuppressionFile.None, Today),
        Cost = CostEstimator.Estimate(graph),
    };

    private static ResourceGraph Graph(Action<Graphs> build)
    {
        var graphs = new Graphs();
        build(graphs);
        return graphs.Graph;
    }
}
