namespace Infra.Preview.Stacks;

/// <summary>A `Pulumi.yaml`.</summary>
internal sealed class ProjectFile
{
    public const string FileName = "Pulumi.yaml";

    private ProjectFile(YamlFile file, string name)
    {
        File = file;
        Name = name;
    }

    public YamlFile File { get; }

    public string Name { get; }

    public string? Main { get; private init; }

    /// <summary>The folder of the file, absolute.</summary>
    public string Directory => Path.GetDirectoryName(Path.GetFullPath(File.Path))!;

    /// <summary>Where the program lies and runs: the project's folder, or the folder that `main` names.</summary>
    public string ProgramDirectory
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(Directory, Main ?? "."));
            return System.IO.File.Exists(path) ? Path.GetDirectoryName(path)! : path;
        }
    }

    /// <summary>Default values by full key.</summary>
    public SortedDictionary<string, YamlNode> Defaults { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys declared secret.</summary>
    public SortedSet<string> SecretKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys declared with a type and without a default.</summary>
    public List<string> RequiredKeys { get; } = [];

    /// <summary>The project of a folder or the nearest folder above it; null when there is none.</summary>
    public static string? FindDirectory(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(directory.FullName, FileName)))
            {
                return directory.FullName;
            }
        }

        return null;
    }

    /// <summary>Reads the project of a folder. A faulty file throws <see cref="PreviewException"/> with file and line.</summary>
    public static ProjectFile Read(string directory)
    {
        var file = YamlFile.Read(Path.Combine(directory, FileName));
        if (file.Root.Find("name") is not YamlScalar { Text.Length: > 0 } name)
        {
            throw file.Fault(file.Root.Line, "the project has no `name`; add one such as `name: infra`.");
        }

        var project = new ProjectFile(file, name.Text) { Main = (file.Root.Find("main") as YamlScalar)?.Text };
        switch (file.Root.Find("config"))
        {
            case YamlMapping config:
                foreach (var (key, value) in config.Members)
                {
                    project.Declare(key, value);
                }

                break;
            // A text here is the old name of the folder for stack files, which the preview does not look for.
            case null or YamlScalar:
                break;
            case var other:
                throw file.Fault(other.Line, $"`config` is {YamlFile.Describe(other)}; expected a mapping.");
        }

        return project;
    }

    /// <summary>The names of the stacks that have a file in the project's folder, ordinal order.</summary>
    public static IEnumerable<string> StackNames(string directory) =>
        System.IO.Directory.EnumerateFiles(directory, "Pulumi.*.yaml")
            .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal);

    private void Declare(string key, YamlNode value)
    {
        var full = StackConfig.FullKey(File, key, value.Line, Name);
        if (value is not YamlMapping declaration || !declaration.Members.Exists(member => member.Key is "type" or "default" or "value"))
        {
            Defaults[full] = value;
            return;
        }

        if (declaration.Find("secret") is YamlScalar { Text: "true" })
        {
            SecretKeys.Add(full);
        }

        if ((declaration.Find("value") ?? declaration.Find("default")) is { } given)
        {
            Defaults[full] = given;
        }
        else
        {
            RequiredKeys.Add(full);
        }
    }
}
