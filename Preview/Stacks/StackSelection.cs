namespace Infra.Preview.Stacks;

/// <summary>Which stack a command is about.</summary>
internal sealed record StackSelection(string Name, string? FilePath)
{
    /// <summary>
    /// Reads a stack name, or the path of a stack file `Pulumi.NAME.yaml`. <paramref name="configFile"/> replaces the stack's own file.
    /// An unknown stack throws <see cref="PreviewException"/> naming those there are.
    /// </summary>
    public static StackSelection Find(string? stack, string? configFile, string projectDirectory, string currentDirectory)
    {
        if (stack is null)
        {
            if (configFile is null)
            {
                throw new PreviewException($"No stack is given. {Known(projectDirectory)}");
            }

            return new StackSelection(NameOf(configFile), Existing(configFile, projectDirectory, currentDirectory));
        }

        if (stack.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || stack.Contains('/', StringComparison.Ordinal) && File.Exists(Path.Combine(currentDirectory, stack)))
        {
            return new StackSelection(NameOf(stack), Existing(configFile ?? stack, projectDirectory, currentDirectory));
        }

        if (configFile is not null)
        {
            return new StackSelection(Short(stack), Existing(configFile, projectDirectory, currentDirectory));
        }

        var name = Short(stack);
        var path = Path.Combine(projectDirectory, $"Pulumi.{name}.yaml");
        return File.Exists(path)
            ? new StackSelection(name, path)
            : throw new PreviewException($"There is no stack '{name}': {path} does not exist. {Known(projectDirectory, name)}");
    }

    // As for the CLI, ORGANIZATION/PROJECT/STACK names the stack fully; its last part is its name.
    private static string Short(string stack)
    {
        var name = stack[(stack.LastIndexOf('/') + 1)..];
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : throw new PreviewException(
                $"'{stack}' is not a stack name: it may hold letters, digits, '-', '_' and '.'. Give a name such as dev, or the path of a Pulumi.NAME.yaml.");
    }

    private static string NameOf(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        return file.StartsWith("Pulumi.", StringComparison.Ordinal) && file.Length > "Pulumi.".Length ? file["Pulumi.".Length..] : file;
    }

    private static string Existing(string path, string projectDirectory, string currentDirectory)
    {
        foreach (var directory in (ReadOnlySpan<string>)[currentDirectory, projectDirectory])
        {
            var full = Path.GetFullPath(path, directory);
            if (File.Exists(full))
            {
                return full;
            }
        }

        throw new PreviewException(
            $"The stack file '{path}' does not exist in {currentDirectory}{(currentDirectory == projectDirectory ? "" : $" or {projectDirectory}")}. {Known(projectDirectory)}");
    }

    private static string Known(string projectDirectory, string? wrong = null)
    {
        var names = ProjectFile.StackNames(projectDirectory).ToList();
        if (names.Count == 0)
        {
            return $"{projectDirectory} holds no stack file; write one named Pulumi.dev.yaml, or give one with --config FILE.";
        }

        var nearest = wrong is null ? null : NearestName.Of(wrong, names);
        return (nearest is null ? "" : $"Did you mean '{nearest}'? ")
            + $"Stacks of this project: {string.Join(", ", names)}. A path of a stack file works as well.";
    }
}
