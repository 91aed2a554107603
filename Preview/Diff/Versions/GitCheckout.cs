namespace Infra.Preview.Diff.Versions;

/// <summary>A commit checked out into a temporary folder of its own, gone when disposed of.</summary>
internal sealed class GitCheckout : IAsyncDisposable
{
    private readonly string _repository;
    private readonly string _folder;

    private GitCheckout(string repository, string folder)
    {
        _repository = repository;
        _folder = folder;
    }

    /// <summary>The checkout's root.</summary>
    public string Directory => Path.Combine(_folder, "tree");

    /// <summary>The repository's own root.</summary>
    public string Repository => _repository;

    /// <summary>Checks out a reference of the repository that a folder belongs to. No repository and no such reference throw <see cref="PreviewException"/>.</summary>
    public static async Task<GitCheckout> OpenAsync(string directory, string reference, CancellationToken cancellation)
    {
        var (code, root) = await Git.RunAsync(directory, cancellation, "rev-parse", "--show-toplevel");
        if (code != 0)
        {
            throw new PreviewException($"--against git:{reference} needs a git repository, and {directory} is in none. Compare with a file written by --json instead.");
        }

        var (found, commit) = await Git.RunAsync(root, cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}");
        if (found != 0)
        {
            throw new PreviewException(
                $"git knows no commit '{reference}' in {root}. Give a branch, tag or commit, e.g. git:main; in a shallow clone, fetch it first: git fetch origin {reference}");
        }

        var checkout = new GitCheckout(root, System.IO.Directory.CreateTempSubdirectory("preview-diff-").FullName);
        try
        {
            var (added, output) = await Git.RunAsync(root, cancellation, "worktree", "add", "--detach", "--force", checkout.Directory, commit);
            return added == 0 ? checkout : throw new PreviewException($"git cannot check out {reference}: {output}");
        }
        catch
        {
            await checkout.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Also after a cancellation: nothing may be left behind.
        await Git.RunAsync(_repository, CancellationToken.None, "worktree", "remove", "--force", Directory);
        if (System.IO.Directory.Exists(_folder))
        {
            System.IO.Directory.Delete(_folder, recursive: true);
        }

        await Git.RunAsync(_repository, CancellationToken.None, "worktree", "prune");
    }
}
