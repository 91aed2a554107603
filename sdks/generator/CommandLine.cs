using Infra.Sdks.Generator.Output;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator;

/// <summary>Runs the generator from the command line.</summary>
public static class CommandLine
{
    private const string Usage =
        """
        Writes the provider SDKs from Pulumi package schemas.

        dotnet run --project sdks/generator -- --schemas DIR [--root DIR] [--check]

          --schemas DIR  the folder with one schema per package, NAME.json
          --root DIR     the repository. Default: the nearest folder above the current one that holds sdks/generator
          --check        write nothing; exit with 1 and name the files when something would change

        The packages are those with a token list in sdks/generator/tokens/NAME.txt.
        """;

    /// <summary>Runs the generator.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Receives what was done.</param>
    /// <param name="error">Receives faults.</param>
    /// <returns>0 when all is written or nothing differs, 1 otherwise.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.WriteLine(Usage);
            return 0;
        }

        try
        {
            var options = Parse(args);
            return Generate(options, output);
        }
        catch (GeneratorException fault)
        {
            error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static Options Parse(IReadOnlyList<string> args)
    {
        string? schemas = null;
        string? root = null;
        var check = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--schemas" when i + 1 < args.Count:
                    schemas = args[++i];
                    break;
                case "--root" when i + 1 < args.Count:
                    root = args[++i];
                    break;
                case "--check":
                    check = true;
                    break;
                default:
                    throw new GeneratorException($"The argument '{args[i]}' is unknown or lacks its value.\n\n{Usage}");
            }
        }

        return schemas is null
            ? throw new GeneratorException($"--schemas is missing. It names the folder with the package schemas.\n\n{Usage}")
            : new Options(schemas, root ?? FindRoot(), check);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "sdks", "generator", "tokens")))
            {
                return folder.FullName;
            }
        }

        throw new GeneratorException(
            $"No folder above '{Environment.CurrentDirectory}' holds sdks/generator/tokens. The generator writes into its own repository. Name the repository with --root.");
    }

    private static int Generate(Options options, TextWriter output)
    {
        var sdks = Path.Combine(options.Root, "sdks");
        var lists = Directory.EnumerateFiles(Path.Combine(sdks, "generator", "tokens"), "*.txt").Order(StringComparer.Ordinal);
        var generation = new Generation(lists.Select(list => (
            SchemaFile.Read(Path.Combine(options.Schemas, Path.GetFileNameWithoutExtension(list) + ".json")),
            TokenList.Read(list))));

        foreach (var note in generation.Notes())
        {
            output.WriteLine(note);
        }

        var differences = new List<string>();
        foreach (var package in generation.Packages)
        {
            var files = generation.Write(package);
            var changed = Apply(Path.Combine(sdks, package), files, options.Check);
            differences.AddRange(changed.Select(path => $"sdks/{package}/{path}"));
            output.WriteLine($"{package}: {files.Count} files, {files.Values.Sum(text => (long)text.Length) / 1024} KiB, {changed.Count} changed");
        }

        var table = Path.Combine(options.Root, "Preview", "Synthesis", "shapes.txt");
        var shapes = generation.Shapes.ToString();
        if (!File.Exists(table) || File.ReadAllText(table) != shapes)
        {
            differences.Add("Preview/Synthesis/shapes.txt");
            if (!options.Check)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(table)!);
                File.WriteAllText(table, shapes);
            }
        }

        if (!options.Check || differences.Count == 0)
        {
            return 0;
        }

        output.WriteLine("Would change:");
        differences.ForEach(output.WriteLine);
        return 1;
    }

    private static IReadOnlyList<string> Apply(string folder, IReadOnlyDictionary<string, string> files, bool check)
        => check ? OutputFolder.Differences(folder, files) : OutputFolder.Write(folder, files);

    private sealed record Options(string Schemas, string Root, bool Check);
}
