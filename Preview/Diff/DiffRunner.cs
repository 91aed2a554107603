using Infra.Preview.Diff.Versions;

namespace Infra.Preview.Diff;

/// <summary>Compares a previewed stack with another version of it.</summary>
public static class DiffRunner
{
    /// <summary>
    /// Compares with `FILE.json`, a document that `--json` wrote, or with `git:REF`, which is checked out to a temporary folder, built and
    /// previewed by the same request. A version that cannot be had throws <see cref="PreviewException"/>. The settings of the request's
    /// <see cref="PreviewRequest.Set"/> are the new version's alone.
    /// </summary>
    public static Task<(GraphDifference Difference, Baseline Baseline)> CompareAsync(
        string against, PreviewRequest request, PreviewResult result, CancellationToken cancellation = default) =>
        BaselineReader.CompareAsync(against, request, result, cancellation);
}
