using System.Collections.Immutable;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Observability;

/// <summary>Makes dashboards.</summary>
public static class Dashboards
{
    /// <summary>Creates a dashboard as a child of <paramref name="parent"/>.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="physicalName">The dashboard's name in AWS, unique in its account: letters, digits, hyphens and underscores.</param>
    /// <param name="widgets">Its parts, in reading order.</param>
    /// <param name="parent">The component it belongs to.</param>
    public static Aws.CloudWatch.Dashboard Create(string name, string physicalName, IReadOnlyList<DashboardWidget> widgets, Resource parent) =>
        new(name, new Aws.CloudWatch.DashboardArgs
        {
            DashboardName = physicalName,
            DashboardBody = ToJson(widgets),
        }, new CustomResourceOptions { Parent = parent });

    /// <summary>
    /// The body of a dashboard: keys sorted, widgets and metrics in order, so that the same parts always give the same text. Unknown or
    /// secret values make the whole text unknown or secret.
    /// </summary>
    public static Output<string> ToJson(IReadOnlyList<DashboardWidget> widgets) =>
        Output.All(widgets.Select(Resolve)).Apply(resolved => DashboardJson.Write(resolved));

    private static Output<ResolvedWidget> Resolve(DashboardWidget widget) => widget is MetricWidget graph
        ? Output.Tuple(graph.Region.ToOutput(), Output.All(graph.Metrics.Select(metric => metric.Dimensions.ToOutput())))
            .Apply(values => new ResolvedWidget(widget, values.Item1, values.Item2))
        : Output.Create(new ResolvedWidget(widget, "", []));
}

/// <summary>A widget with the values that its outputs turned out to have; dimensions in the order of the widget's metrics.</summary>
internal sealed record ResolvedWidget(DashboardWidget Widget, string Region, ImmutableArray<ImmutableDictionary<string, string>> Dimensions);
