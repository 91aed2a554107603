using System.Diagnostics.CodeAnalysis;
using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>The state of one previewed deployment. Its members are called with <see cref="Gate"/> held.</summary>
internal sealed class Deployment
{
    private readonly Dictionary<string, ResourceNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputsRegistered = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private bool _stopped;

    public Deployment(DeploymentSettings settings, DeploymentServices services)
    {
        Settings = settings;
        Services = services;
        Providers = new ProviderTable(this);
    }

    public Lock Gate { get; } = new();

    public DeploymentSettings Settings { get; }

    public DeploymentServices Services { get; }

    public ProviderTable Providers { get; }

    /// <summary>Whether the program has made any call.</summary>
    public bool Connected { get; private set; }

    /// <summary>Whether the program said that it has registered everything.</summary>
    public bool ShutdownSignalled { get; private set; }

    public string? RootUrn { get; set; }

    public IReadOnlyCollection<ResourceNode> Nodes => _nodes.Values;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public ResourceNode? Find(string urn) => _nodes.GetValueOrDefault(urn);

    /// <summary>Called first by every call; a deployment that failed takes no more, as the engine does.</summary>
    public void Enter()
    {
        Connected = true;
        if (_stopped)
        {
            throw new GrpcFault(GrpcStatus.Unavailable, "resource monitor shut down");
        }
    }

    public void Report(Diagnostic diagnostic)
    {
        Connected = true;
        // A program whose calls are cut off by the failure already reported may complain of that; it is no second error.
        if (_stopped && diagnostic.Severity == Severity.Error && diagnostic.Message.Contains("resource monitor shut down", StringComparison.Ordinal))
        {
            return;
        }

        _diagnostics.Add(diagnostic);
    }

    /// <summary>Ends the deployment with one error; the call at hand and all later ones are answered with UNAVAILABLE.</summary>
    [DoesNotReturn]
    public void Fail(string message, string urn = "")
    {
        _diagnostics.Add(new Diagnostic(Severity.Error, message, urn));
        _stopped = true;
        throw new GrpcFault(GrpcStatus.Unavailable, "resource monitor shut down while waiting on step's done channel");
    }

    /// <summary>The parent with that URN; none for an empty URN. Anything else fails as in the engine.</summary>
    public ResourceNode? Parent(string urn)
    {
        if (urn.Length == 0)
        {
            return null;
        }

        if (!Urns.IsValid(urn))
        {
            throw GrpcFault.Invalid($"invalid parent URN: '{urn}' is not of the form urn:pulumi:STACK::PROJECT::TYPE::NAME");
        }

        if (Find(urn) is not { } parent)
        {
            Fail($"could not find parent resource {urn}");
            return null;
        }

        return parent;
    }

    /// <summary>The URN of a new resource. One that exists already ends the deployment with the engine's words.</summary>
    public string NewUrn(ResourceNode? parent, string type, string name)
    {
        var urn = Urns.Make(Settings.Stack, Settings.Project, parent?.Urn, type, name);
        if (_nodes.ContainsKey(urn))
        {
            Fail($"Duplicate resource URN '{urn}'; try giving it a unique name", urn);
        }

        return urn;
    }

    public void Add(ResourceNode node) => _nodes.Add(node.Urn, node);

    /// <summary>Sets a component's or the stack's outputs, once.</summary>
    public void CompleteOutputs(string urn, MapValue outputs)
    {
        var node = Find(urn);
        if (node is null || node.Custom || !_outputsRegistered.Add(urn))
        {
            Fail($"cannot complete a resource '{urn}' whose registration isn't pending");
            return;
        }

        node.Outputs = outputs;
        node.OutputsComplete = true;
    }

    public void SignalShutdown()
    {
        if (ShutdownSignalled)
        {
            throw new GrpcFault(GrpcStatus.Unknown, "Already waiting for shutdown");
        }

        ShutdownSignalled = true;
    }

    /// <summary>The component directly under the stack that a resource with this parent belongs to.</summary>
    public static string? SystemOf(ResourceNode? parent, string name, bool custom) =>
        parent is null ? null : parent.System ?? (parent.IsStack && !custom ? name : null);
}
