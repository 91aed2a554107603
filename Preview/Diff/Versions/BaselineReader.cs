using Infra.Preview.Model;
using Infra.Preview.Stacks;

namespace Infra.Preview.Diff.Versions;

/// <summary>Gets the version to compare with, from a document or from git.</summary>
internal static class BaselineReader
{
    private const string GitPrefix = "git:";

    /// <summary>
    /// Compares a stack with `FILE.json` or `git:REF` while the old version is at hand, so that the content of uploaded files can be read.
    /// `--set` concerns the new version only.
    /// </summary>
    public static async Task<(GraphDifference Difference, Baseline Baseline)> CompareAsync(
        string against, PreviewRequest request, PreviewResult result, CancellationToken cancellation)
    {
        if (!against.StartsWith(GitPrefix, StringComparison.Ordinal))
        {
            var baseline = new Baseline(against, PreviewDocument.Read(Path.GetFullPath(against, request.CurrentDirectory)));
            return (GraphDifference.Compare(baseline.Graph, result.Graph), baseline);
        }

        var project = PreviewRunner.FindProject(request);
        var reference = against[GitPrefix.Length..];
        await using var checkout = await GitCheckout.OpenAsync(project, reference, cancellation);
        var old = Relocated(request, checkout, project);
        if (StackFile(request, project) is { } file && Inside(file, checkout.Repository) is { } inside && !File.Exists(Path.Combine(checkout.Directory, inside)))
        {
            var nothing = new Baseline(against, new ResourceGraph([]), $"{inside} does not exist at {reference}: everything is new");
            return (GraphDifference.Compare(nothing.Graph, result.Graph), nothing);
        }

        PreviewResult earlier;
        try
        {
            earlier = await PreviewRunner.RunAsync(old, cancellation);
        }
        catch (PreviewException fault)
        {
            throw new PreviewException($"The stack cannot be previewed at {reference}: {fault.Message}", fault);
        }

        if (earlier.ExitCode != 0)
        {
            var errors = earlier.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message);
            throw new PreviewException($"The stack cannot be previewed at {reference}:\n{string.Join('\n', errors)}");
        }

        return (GraphDifference.Compare(earlier.Graph, result.Graph, earlier.ProgramDirectory, result.ProgramDirectory), new Baseline(against, earlier.Graph));
    }

    // The same request inside the checkout: what lies in the repository is taken from there, all else is the same for both.
    private static PreviewRequest Relocated(PreviewRequest request, GitCheckout checkout, string project)
    {
        var directory = Moved(project);
        return request with
        {
            Set = [],
            ProjectDirectory = directory,
            CurrentDirectory = Moved(request.CurrentDirectory),
            Stack = request.Stack is { } stack && File.Exists(Path.GetFullPath(stack, request.CurrentDirectory)) ? Moved(Path.GetFullPath(stack, request.CurrentDirectory)) : request.Stack,
            ConfigFile = request.ConfigFile is { } config ? Moved(Path.GetFullPath(config, request.CurrentDirectory)) : null,
            LookupsFile = request.LookupsFile is { } lookups ? Path.GetFullPath(lookups, request.CurrentDirectory) : null,
            // A built program is what it is; a folder is built at the old commit.
            Program = request.Program is { } program
                ? File.Exists(Path.GetFullPath(program, request.CurrentDirectory)) ? Path.GetFullPath(program, request.CurrentDirectory) : Moved(Path.GetFullPath(program, request.CurrentDirectory))
                : request.Exec is null ? directory : null,
        };

        string Moved(string path) => Inside(path, checkout.Repository) is { } inside ? Path.GetFullPath(Path.Combine(checkout.Directory, inside)) : path;
    }

    private static string? StackFile(PreviewRequest request, string project) =>
        StackSelection.Find(request.Stack, request.ConfigFile, project, request.CurrentDirectory).FilePath;

    // The path relative to the repository; null for what lies elsewhere.
    private static string? Inside(string path, string repository)
    {
        var relative = Path.GetRelativePath(repository, path);
        return relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }
}
