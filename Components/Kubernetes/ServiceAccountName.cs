namespace Infra.Components.Kubernetes;

/// <summary>A service account, by its full name.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name within the namespace.</param>
public sealed record ServiceAccountName(string Namespace, string Name)
{
    /// <summary>How the cluster's identity provider names it in tokens.</summary>
    public string Subject => $"system:serviceaccount:{Namespace}:{Name}";
}
