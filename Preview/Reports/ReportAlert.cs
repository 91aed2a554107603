namespace Infra.Preview.Reports;

/// <summary>Something that must be seen before anything else.</summary>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Grave">Whether it is a loss of data, rather than something to look at.</param>
/// <param name="Lines">The resources concerned.</param>
internal sealed record ReportAlert(string Title, bool Grave, IReadOnlyList<ReportAlertLine> Lines);
