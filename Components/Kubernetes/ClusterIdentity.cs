using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Kubernetes;

/// <summary>The identity provider of a cluster. It vouches for service accounts, so that a role can trust a single one (IRSA).</summary>
/// <param name="ProviderArn">The ARN of the IAM identity provider.</param>
/// <param name="IssuerHost">The issuer of the tokens, without its scheme: condition keys begin with it.</param>
public sealed record ClusterIdentity(Output<string> ProviderArn, Output<string> IssuerHost)
{
    /// <summary>Whom tokens are for.</summary>
    internal const string Audience = "sts.amazonaws.com";

    private const string Scheme = "https://";

    /// <summary>The identity provider of an issuer's address.</summary>
    public static ClusterIdentity Of(Output<string> providerArn, Output<string> issuer) =>
        new(providerArn, issuer.Apply(url => url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..] : url));

    /// <summary>Trusts the pods of one service account, and no others of the cluster.</summary>
    public PolicyDocument Trust(ServiceAccountName account) => new(new PolicyStatement
    {
        Sid = "AssumeRole",
        Actions = ["sts:AssumeRoleWithWebIdentity"],
        Principal = PolicyPrincipal.Federated(ProviderArn),
        Conditions =
        [
            PolicyCondition.StringEquals(Output.Format($"{IssuerHost}:aud"), Audience),
            PolicyCondition.StringEquals(Output.Format($"{IssuerHost}:sub"), account.Subject),
        ],
    });
}
