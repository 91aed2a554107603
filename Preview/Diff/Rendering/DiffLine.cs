namespace Infra.Preview.Diff.Rendering;

/// <summary>A line of a difference.</summary>
/// <param name="Sign">What begins it: `+`, `-`, `~`, `!` or nothing.</param>
/// <param name="Text">The rest.</param>
/// <param name="Depth">How far it is indented.</param>
internal sealed record DiffLine(char Sign, string Text, int Depth);
