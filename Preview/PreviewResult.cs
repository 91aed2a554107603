using Infra.Preview.Model;

namespace Infra.Preview;

/// <summary>What came of a preview.</summary>
public sealed class PreviewResult
{
    /// <summary>0 when the preview succeeded, 1 when it failed.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's short name.</summary>
    public required string Stack { get; init; }

    /// <summary>Whether computed outputs were kept unknown.</summary>
    public required bool Unknowns { get; init; }

    /// <summary>Everything that the program registered.</summary>
    public required ResourceGraph Graph { get; init; }

    /// <summary>Messages of the program and the preview: by resource in tree order, those about none last; within each as they came.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The folder that the program ran in: what relative paths of assets start from. Default: the current folder.</summary>
    public string ProgramDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>What the program printed, line by line.</summary>
    public required IReadOnlyList<string> ProgramOutput { get; init; }

    /// <summary>The configuration that the program got, secret values marked.</summary>
    public required MapValue Config { get; init; }

    /// <summary>The stack outputs.</summary>
    public MapValue Outputs => Graph.Stack?.Outputs ?? MapValue.Empty;
}
