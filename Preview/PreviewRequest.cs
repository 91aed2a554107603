namespace Infra.Preview;

/// <summary>What to preview, and how.</summary>
public sealed record PreviewRequest
{
    /// <summary>A stack name such as `dev`, or the path of a stack file `Pulumi.NAME.yaml`. Default: the stack that <see cref="ConfigFile"/> is named after.</summary>
    public string? Stack { get; init; }

    /// <summary>A stack file to read instead of the stack's own. Default: `Pulumi.STACK.yaml` of the project.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Configuration to set over the stack file, each `KEY=VALUE` with the path syntax of `pulumi config set --path`.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Whether computed outputs stay unknown, as in a real first preview. Default: they are invented.</summary>
    public bool Unknowns { get; init; }

    /// <summary>A .NET program to preview: a folder, which is built, or a built DLL. Default: this repository's program.</summary>
    public string? Program { get; init; }

    /// <summary>A command that runs any other Pulumi program, with placeholders such as `{monitor}` and `{stack}`. Default: none.</summary>
    public string? Exec { get; init; }

    /// <summary>A file of recorded lookup answers that goes before the built-in ones. Default: none.</summary>
    public string? LookupsFile { get; init; }

    /// <summary>The folder that relative paths start from. Default: the current folder.</summary>
    public string CurrentDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The folder of `Pulumi.yaml`. Default: this repository's for its own program, else the nearest one at or above the program.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>How long a program may take to make its first call. Default: two minutes, for programs that compile themselves.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
