using System.Globalization;
using System.Text;
using Infra.Preview.Diff;
using Infra.Preview.Diff.Rendering;
using Infra.Preview.Rendering;

namespace Infra.Preview.Reports.Sections;

/// <summary>What a deployment would change.</summary>
internal static class ChangesSection
{
    private const int FirstTitles = 3;

    public static ReportSection Of(GraphDifference difference)
    {
        var secrets = new SecretTexts(difference);
        return new ReportSection
        {
            Title = "Changes",
            Headline = Headline(difference),
            Summary = DiffMarkdown.Summary(difference).Replace("**", "", StringComparison.Ordinal),
            Alerts = [.. Alerts(difference, secrets)],
            Markdown = difference.HasDifferences ? [DiffMarkdown.Components(difference), Titles(difference, int.MaxValue), Titles(difference, FirstTitles), Counts(difference)] : [""],
            Open = true,
            Html = html => Html(html, difference, secrets),
        };
    }

    private static string Headline(GraphDifference difference)
    {
        if (!difference.HasDifferences)
        {
            return "no differences";
        }

        var moved = difference.Count(ChangeKind.Move);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"+{difference.Count(ChangeKind.Create)} ~{difference.Count(ChangeKind.Update)} ±{difference.Count(ChangeKind.Replace)} −{difference.Count(ChangeKind.Delete)}")
            + (moved == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {moved} moved"));
    }

    private static IEnumerable<ReportAlert> Alerts(GraphDifference difference, SecretTexts secrets)
    {
        var changes = difference.Different.ToList();
        ReportAlert[] alerts =
        [
            Alert("Data loss", true, change => change.DataLoss is { } loss ? [$"{Word(change)}: {loss}.{(change.Refused is null ? "" : " It is protected, so Pulumi refuses.")}"] : []),
            Alert("Data loss if it is replaced, which is not known", false, change => change.PossibleDataLoss is { } loss ? [$"{loss}."] : []),
            Alert("Missing alias", false, change => change.MissingAlias is { } alias ? [$"moved from {change.Before!.Name}; to keep it, add {alias}"] : []),
            // What a new resource may do is no change; the rules judge it.
            Alert("Wider access", false, change => change.Before is null ? [] : change.Access.Where(access => access.Direction != AccessDirection.Narrows).Select(access => secrets.Withhold(access.Text))),
        ];
        return alerts.Where(alert => alert.Lines.Count > 0);

        ReportAlert Alert(string title, bool grave, Func<ResourceChange, IEnumerable<string>> texts) =>
            new(title, grave, [.. changes.SelectMany(change => texts(change).Select(text => new ReportAlertLine(Resource(change), text)))]);
    }

    private static string Resource(ResourceChange change) => $"{ResourceTree.ShortType(change.Node.Type)} {change.Node.Name}";

    private static string Word(ResourceChange change) => change.Kind switch
    {
        ChangeKind.Replace => "would be replaced",
        ChangeKind.Move => "would be deleted and made anew, for want of an alias",
        _ => "would be deleted",
    };

    private static string Titles(GraphDifference difference, int first) => MarkdownText.Coloured(difference.Different
        .GroupBy(change => change.Component)
        .SelectMany(group => group.Take(first).Select(Title).Concat(group.Count() > first ? [string.Create(CultureInfo.InvariantCulture, $"  {group.Key}: {group.Count() - first} more")] : []))
        .Concat(difference.Outputs.Count == 0 ? [] : [$"  {Outputs(difference)}"]));

    private static string Title(ResourceChange change)
    {
        // GitHub colours a line by its first character, which can be no other sign.
        var sign = DiffLines.Sign(change.Kind);
        return $"{(sign is '+' or '-' ? sign : $"! {sign}")} {(change.Component.Length == 0 ? "" : $"{change.Component}: ")}{DiffLines.Title(change)}";
    }

    private static string Counts(GraphDifference difference)
    {
        var text = new StringBuilder("| component | changes |\n| --- | --- |\n");
        foreach (var group in difference.Different.GroupBy(change => change.Component.Split('/')[0]))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(group.Key.Length == 0 ? "(stack)" : MarkdownText.Code(group.Key))} | {MarkdownText.Escaped(DiffLines.Counts(group))} |\n");
        }

        return difference.Outputs.Count == 0 ? text.ToString() : $"{text}\n{Outputs(difference)}\n";
    }

    private static string Outputs(GraphDifference difference) =>
        string.Create(CultureInfo.InvariantCulture, $"{difference.Outputs.Count} stack output{(difference.Outputs.Count == 1 ? "" : "s")} differ{(difference.Outputs.Count == 1 ? "s" : "")}");

    private static void Html(HtmlText html, GraphDifference difference, SecretTexts secrets)
    {
        foreach (var group in difference.Different.GroupBy(change => change.Component))
        {
            HtmlParts.Group(html, group.Key.Length == 0 ? "(stack)" : group.Key, DiffLines.Counts(group), () =>
            {
                foreach (var change in group)
                {
                    var kind = change.Kind.ToString().ToLowerInvariant();
                    HtmlParts.Item(html, (kind, DiffLines.Sign(change.Kind).ToString()), Resource(change), kind, () =>
                    {
                        html.Element("p", change.Node.Urn, ("class", "note"));
                        if (change.DataLoss is { } loss)
                        {
                            html.Element("p", $"Data loss: {loss}.", ("class", "delete"));
                        }

                        Lines(html, DiffLines.Details(change, secrets));
                    });
                }
            });
        }

        if (difference.Outputs.Count > 0)
        {
            HtmlParts.Group(html, "Stack outputs", difference.Outputs.Count.ToString(CultureInfo.InvariantCulture), () =>
            {
                foreach (var output in difference.Outputs)
                {
                    HtmlParts.Item(html, ("update", "~"), output.Path, "output", () => Lines(html, DiffLines.Property(output, secrets)));
                }
            });
        }
    }

    private static void Lines(HtmlText html, IEnumerable<DiffLine> lines)
    {
        html.Open("pre", ("class", "lines"));
        foreach (var line in lines)
        {
            var kind = line.Sign switch { '+' => "plus", '-' => "minus", '~' => "tilde", '!' => "mark", _ => "plain" };
            html.Element("span", $"{line.Sign} {new string(' ', 2 * Math.Max(0, line.Depth - 1))}{line.Text}", ("class", kind));
        }

        html.Close();
    }
}
