namespace Infra.Preview.Model;

/// <summary>How serious a message is.</summary>
public enum Severity
{
    /// <summary>For finding faults; shown on request only.</summary>
    Debug,

    /// <summary>Something to know.</summary>
    Info,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>The preview fails.</summary>
    Error,
}

/// <summary>A message of the program or of the preview itself.</summary>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">The text, without a line break at its end.</param>
/// <param name="Urn">The resource it is about; empty for the whole stack.</param>
public sealed record Diagnostic(Severity Severity, string Message, string Urn = "");
