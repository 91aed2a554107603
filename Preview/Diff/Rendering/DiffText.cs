using Infra.Preview.Diff.Versions;
using Infra.Preview.Rendering;

namespace Infra.Preview.Diff.Rendering;

/// <summary>Writes a difference for people at a terminal.</summary>
internal static class DiffText
{
    public static byte[] Write(GraphDifference difference, string stack, Baseline baseline, bool all, Terminal terminal)
    {
        var canvas = new TextCanvas(terminal);
        var secrets = new SecretTexts(difference);
        canvas.WriteWhole($"Comparing stack {stack} with {baseline.Name}, offline: a forecast, no state was read", Ink.Bold).Line().Line();
        if (baseline.Note is { } note)
        {
            canvas.WriteWhole($"{note}.", Ink.Yellow).Line().Line();
        }

        Losses(canvas, difference);
        foreach (var group in difference.Changes.Where(change => all || change.Kind != ChangeKind.Same).GroupBy(change => change.Component))
        {
            var counts = DiffLines.Counts(group);
            canvas.WriteWhole(group.Key.Length == 0 ? "(stack)" : group.Key, Ink.Bold).WriteWhole(counts.Length == 0 ? "" : $"  {counts}", Ink.Dim).Line();
            foreach (var change in group)
            {
                Change(canvas, change, secrets);
            }

            canvas.Line();
        }

        if (difference.Outputs.Count > 0)
        {
            canvas.Write("Outputs:", Ink.Bold).Line();
            foreach (var line in difference.Outputs.SelectMany(output => DiffLines.Property(output, secrets)))
            {
                Line(canvas, line);
            }

            canvas.Line();
        }

        Summary(canvas, difference);
        return canvas.ToBytes();
    }

    private static void Losses(TextCanvas canvas, GraphDifference difference)
    {
        if (!difference.LosesData)
        {
            return;
        }

        canvas.Write("DATA LOSS", Ink.Red).Line();
        foreach (var change in difference.Changes.Where(change => change.DataLoss is not null))
        {
            var how = change.Kind == ChangeKind.Replace ? "would be replaced" : change.Kind == ChangeKind.Move ? "would be deleted and made anew, for want of an alias" : "would be deleted";
            canvas.WriteWhole($"  ! {ResourceTree.ShortType(change.Node.Type)} {change.Node.Name} {how}: {change.DataLoss}", Ink.Red).Line();
            if (change.Refused is { } refused)
            {
                canvas.WriteWhole($"    {refused}").Line();
            }
        }

        canvas.Line();
    }

    private static void Change(TextCanvas canvas, ResourceChange change, SecretTexts secrets)
    {
        canvas.WriteWhole($"  {DiffLines.Sign(change.Kind)} {DiffLines.Title(change)}", Color(change.Kind)).Line();
        foreach (var line in DiffLines.Details(change, secrets))
        {
            Line(canvas, line);
        }
    }

    private static void Line(TextCanvas canvas, DiffLine line)
    {
        var ink = line.Sign switch { '+' => Ink.Green, '-' => Ink.Red, '!' => Ink.Yellow, _ => Ink.Plain };
        canvas.WriteWhole($"{new string(' ', 2 + (4 * line.Depth))}{line.Sign} {line.Text}", ink).Line();
    }

    private static void Summary(TextCanvas canvas, GraphDifference difference)
    {
        canvas.Write("Resources:", Ink.Bold).Line();
        foreach (var kind in Enum.GetValues<ChangeKind>().Where(kind => difference.Count(kind) > 0))
        {
            var what = kind == ChangeKind.Same ? "unchanged" : $"to {kind.ToString().ToLowerInvariant()}";
            canvas.Write($"    {DiffLines.Sign(kind)} {difference.Count(kind)} {what}", Color(kind)).Line();
        }

        var uncompared = difference.Changes.Sum(change => change.Uncompared.Count);
        if (uncompared > 0)
        {
            canvas.Line().WriteWhole($"{uncompared} secret{(uncompared == 1 ? "" : "s")} cannot be compared: a document written without --show-secrets withholds them.").Line();
        }

        if (!difference.HasDifferences)
        {
            canvas.Line().Write("No differences.", Ink.Green).Line();
        }
    }

    private static Ink Color(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => Ink.Green,
        ChangeKind.Delete or ChangeKind.Replace => Ink.Red,
        ChangeKind.Update => Ink.Yellow,
        ChangeKind.Move => Ink.Cyan,
        _ => Ink.Dim,
    };
}
