using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Infra.Preview.Engine;
using Infra.Preview.Stacks;

namespace Infra.Preview.Guests;

/// <summary>Finds the program to preview.</summary>
internal static class GuestFinder
{
    /// <summary>The folder of the project that is previewed when the command line names none: this repository.</summary>
    public static string? OwnProjectDirectory => ProjectFile.FindDirectory(AppContext.BaseDirectory);

    /// <summary>The `.dotnet` muxer that runs this process, so that no PATH is needed.</summary>
    public static string DotnetPath
    {
        get
        {
            var executable = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            if (Environment.ProcessPath is { } process && Path.GetFileName(process) == executable)
            {
                return process;
            }

            // <root>/shared/Microsoft.NETCore.App/<version>/
            var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            var muxer = Path.Combine(root, executable);
            return File.Exists(muxer) ? muxer : executable;
        }
    }

    /// <summary>This repository's program, as built together with the preview.</summary>
    public static GuestCommand Own(ProjectFile project)
    {
        var relative = typeof(GuestFinder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "OwnProgram")?.Value
            ?? throw new InvalidOperationException("The preview was built without the path of its program.");
        var path = Path.GetFullPath(Path.Combine(OwnProjectDirectory ?? project.Directory, relative));
        return File.Exists(path)
            ? Dll(path, project)
            : throw new PreviewException($"The program is not built: {path} does not exist. Build it with `dotnet build Preview`, or name another program with --program or --exec.");
    }

    /// <summary>A .NET program: a DLL as it is, a folder after building it.</summary>
    public static GuestCommand DotnetProgram(string path, ProjectFile project)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                ? Dll(path, project)
                : throw new PreviewException($"--program takes a folder or a .dll; '{path}' is another file. Use --exec for a command.");
        }

        return Directory.Exists(path)
            ? Dll(Build(path), project)
            : throw new PreviewException($"--program '{path}' does not exist. Give the folder of a .NET program, or its built .dll.");
    }

    /// <summary>Any command, run by the shell in the project's program folder, its placeholders filled.</summary>
    public static GuestCommand Shell(string command, ProjectFile project, DeploymentSettings settings, string address)
    {
        var values = new (string Name, string Value)[]
        {
            ("{monitor}", address),
            ("{engine}", address),
            ("{project}", settings.Project),
            ("{stack}", settings.Stack),
            ("{organization}", settings.Organization),
            ("{directory}", project.ProgramDirectory),
            ("{parallel}", $"{settings.Parallel}"),
        };
        var text = values.Aggregate(command, (line, entry) => line.Replace(entry.Name, Quoted(entry.Value), StringComparison.Ordinal));
        return OperatingSystem.IsWindows()
            ? new GuestCommand("cmd.exe", ["/d", "/c", text], project.ProgramDirectory, command)
            : new GuestCommand("/bin/sh", ["-c", text], project.ProgramDirectory, command);
    }

    private static GuestCommand Dll(string path, ProjectFile project) =>
        new(DotnetPath, [path], project.ProgramDirectory, Path.GetFileName(path));

    private static string Quoted(string value) =>
        OperatingSystem.IsWindows() || value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':')
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Build(string directory)
    {
        var build = Dotnet(directory, "build", "-nologo", "-v", "quiet", "-clp:NoSummary");
        if (build.ExitCode != 0)
        {
            throw new PreviewException($"The program in {directory} does not build:\n{build.Output.Trim()}");
        }

        var target = Dotnet(directory, "msbuild", "-nologo", "-getProperty:TargetPath");
        var path = target.Output.Trim();
        return target.ExitCode == 0 && File.Exists(path)
            ? path
            : throw new PreviewException($"The program in {directory} builds, but its output is not found: {path}");
    }

    private static (int ExitCode, string Output) Dotnet(string directory, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetPath)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new PreviewException($"{DotnetPath} cannot be started.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
