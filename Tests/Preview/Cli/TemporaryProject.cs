namespace Infra.Tests.Preview.Cli;

/// <summary>A project in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject(string project = "name: proj\nruntime: dotnet\n")
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("preview-test-").FullName;
        Write("Pulumi.yaml", project);
    }

    public string Directory { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
