namespace Infra.Preview.Reports;

/// <summary>A resource that an alert is about.</summary>
/// <param name="Resource">Its type and name.</param>
/// <param name="Text">What happens to it, as plain text.</param>
internal sealed record ReportAlertLine(string Resource, string Text);
