namespace Infra.Preview.Reports;

/// <summary>One part of a report, such as the difference or the cost.</summary>
internal sealed record ReportSection
{
    /// <summary>What the part is called.</summary>
    public required string Title { get; init; }

    /// <summary>What the part says, in one line of plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>What of it belongs into the report's headline; null for nothing.</summary>
    public string? Headline { get; init; }

    /// <summary>What must be seen before anything else.</summary>
    public IReadOnlyList<ReportAlert> Alerts { get; init; } = [];

    /// <summary>The body as Markdown, the fullest form first, each complete in itself. Empty for a part that is only in the HTML page.</summary>
    public IReadOnlyList<string> Markdown { get; init; } = [];

    /// <summary>Whether the body is unfolded from the start.</summary>
    public bool Open { get; init; }

    /// <summary>Writes the body of the HTML page.</summary>
    public required Action<HtmlText> Html { get; init; }
}
