using Infra.Preview.Engine;
using Infra.Preview.Guests;
using Infra.Preview.Model;
using Infra.Preview.Stacks;

namespace Infra.Preview;

/// <summary>Runs a program against the offline engine.</summary>
public static class PreviewRunner
{
    /// <summary>
    /// Previews a stack. Faults of the program end as error diagnostics and exit code 1; faults of what was asked for, such as an
    /// unknown stack, throw <see cref="PreviewException"/>. Cancelling ends the program.
    /// </summary>
    public static async Task<PreviewResult> RunAsync(PreviewRequest request, CancellationToken cancellation = default)
    {
        // The port is open from here on; the server behind it loads while the program starts.
        await using var server = new GrpcServer();
        var project = ProjectFile.Read(FindProject(request));
        var selection = StackSelection.Find(request.Stack, request.ConfigFile, project.Directory, request.CurrentDirectory);
        var config = StackConfig.Read(project, selection.FilePath is { } path ? YamlFile.Read(path) : null, request.Set);
        var settings = new DeploymentSettings
        {
            Project = project.Name,
            Stack = selection.Name,
            Config = config.Values,
            SecretKeys = config.SecretKeys,
            KeepsUnknowns = request.Unknowns,
        };
        var command = FindProgram(request, project, settings, server.Address);
        var environment = GuestEnvironment.Of(settings, config, server.Address, project.Directory, command.WorkingDirectory);
        using var guest = GuestProcess.Start(command, environment);

        var services = PreviewServices.Create(request.LookupsFile is { } file ? Path.GetFullPath(file, request.CurrentDirectory) : null);
        var deployment = new Deployment(settings, services);
        await server.StartAsync(MonitorService.Dispatcher(deployment), cancellation);
        var exitCode = await WaitAsync(guest, deployment, command, request.ConnectTimeout, cancellation);
        lock (deployment.Gate)
        {
            return Result(deployment, config, command, guest.Lines, exitCode);
        }
    }

    internal static string FindProject(PreviewRequest request)
    {
        if (request.ProjectDirectory is { } given)
        {
            return Path.GetFullPath(given, request.CurrentDirectory);
        }

        if (request.Program is null && request.Exec is null)
        {
            return GuestFinder.OwnProjectDirectory
                ?? throw new PreviewException($"No {ProjectFile.FileName} is found at or above {AppContext.BaseDirectory}. Name a program with --program or --exec.");
        }

        var start = Path.GetFullPath(request.Program ?? ".", request.CurrentDirectory);
        return ProjectFile.FindDirectory(File.Exists(start) ? Path.GetDirectoryName(start)! : start)
            ?? ProjectFile.FindDirectory(request.CurrentDirectory)
            ?? throw new PreviewException($"No {ProjectFile.FileName} is found at or above {start}. A program needs a project file with at least a `name`.");
    }

    private static GuestCommand FindProgram(PreviewRequest request, ProjectFile project, DeploymentSettings settings, string address) => request switch
    {
        { Program: not null, Exec: not null } => throw new PreviewException("--program and --exec both name the program; give one of them."),
        { Program: { } program } => GuestFinder.DotnetProgram(Path.GetFullPath(program, request.CurrentDirectory), project),
        { Exec: { } command } => GuestFinder.Shell(command, project, settings, address),
        _ => GuestFinder.Own(project),
    };

    private static async Task<int> WaitAsync(
        GuestProcess guest, Deployment deployment, GuestCommand command, TimeSpan connectTimeout, CancellationToken cancellation)
    {
        var exit = guest.WaitAsync(cancellation);
        if (await Task.WhenAny(exit, Task.Delay(connectTimeout, cancellation)) != exit && !cancellation.IsCancellationRequested)
        {
            bool connected;
            lock (deployment.Gate)
            {
                connected = deployment.Connected;
            }

            if (!connected)
            {
                guest.End();
                throw new PreviewException(
                    $"The program made no call within {connectTimeout.TotalSeconds:0} s and was ended: {command.Description}. "
                    + "A Pulumi program takes the engine's address from PULUMI_MONITOR.\n" + string.Join('\n', guest.Lines));
            }
        }

        return await exit;
    }

    private static PreviewResult Result(
        Deployment deployment, StackConfig config, GuestCommand command, IReadOnlyList<string> output, int exitCode)
    {
        var graph = new ResourceGraph(deployment.Nodes);
        // One fault that stops many resources is reported by each of them; it is one fault.
        var diagnostics = deployment.Diagnostics.Distinct().ToList();
        if (Verdict(deployment, graph, command, exitCode, diagnostics) is { } fault)
        {
            diagnostics.Add(new Diagnostic(Severity.Error, fault, graph.Stack?.Urn ?? ""));
        }

        var position = graph.Nodes.Select((node, index) => (node.Urn, index)).ToDictionary(entry => entry.Urn, entry => entry.index, StringComparer.Ordinal);
        return new PreviewResult
        {
            ExitCode = diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error) ? 1 : 0,
            Project = deployment.Settings.Project,
            Stack = deployment.Settings.Stack,
            Unknowns = deployment.Settings.KeepsUnknowns,
            Graph = graph,
            Diagnostics = [.. diagnostics.OrderBy(diagnostic => position.GetValueOrDefault(diagnostic.Urn, int.MaxValue))],
            ProgramDirectory = command.WorkingDirectory,
            ProgramOutput = output,
            Config = new MapValue(config.Values.Select(entry => KeyValuePair.Create(
                entry.Key,
                config.SecretKeys.Contains(entry.Key) ? new SecretValue(entry.Value) : (PropertyValue)entry.Value))),
        };
    }

    // What the program's end says beside what it reported; null when there is nothing to add.
    private static string? Verdict(
        Deployment deployment, ResourceGraph graph, GuestCommand command, int exitCode, List<Diagnostic> diagnostics)
    {
        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return null;
        }

        return (exitCode, deployment.Connected, graph.Stack) switch
        {
            (0, false, _) => $"The program ended without a call to the engine: {command.Description} is no Pulumi program, or was stopped before it began.",
            (0, true, null) => $"The program ended without registering a stack: {command.Description}. It must run its resources through Deployment.RunAsync.",
            (0, _, _) => null,
            (32, _, _) => $"The program ended with exit code 32, which says that it reported an error, but none arrived: {command.Description}",
            _ => $"The program exited with non-zero exit code: {exitCode}",
        };
    }
}
