using Infra.Components.Containers;
using Pulumi;

namespace Infra.Components.SeePlusPlus;

/// <summary>
/// Under which host names and paths the services are found. Without a domain everything is found under the load balancer's own name, by
/// path alone.
/// </summary>
/// <param name="Stage">The stage.</param>
/// <param name="Domain">The domain; null for none.</param>
/// <param name="HasBeta">Whether there is a user interface to come.</param>
internal sealed record SeePlusPlusSite(SeePlusPlusStage Stage, string? Domain, bool HasBeta)
{
    // `/api/*` does not match `/api`, where the backend answers its health check.
    private static readonly string[] ApiPaths = ["/api", "/api/*"];
    private static readonly string[] BetaPaths = ["/beta", "/beta/*"];

    /// <summary>The services in the order of their rules: those for a path or a single host go before those for the rest.</summary>
    public IReadOnlyList<WebService> Services => HasBeta
        ? [WebService.Backend, WebService.BetaFrontend, WebService.LegacyFrontend]
        : [WebService.Backend, WebService.LegacyFrontend];

    /// <summary>The host names that lead to the load balancer and that its certificate is for, the certificate's first name first; none without a domain.</summary>
    public IReadOnlyList<string> HostNames => (Domain, Stage) switch
    {
        (null, _) => [],
        (_, SeePlusPlusStage.Test) => [$"*.{Root}"],
        _ => [Root, .. LegacyHosts.Skip(1), .. BetaHosts],
    };

    // Below the test stage's wildcard, the name itself has no record.
    private string Root => Stage == SeePlusPlusStage.Test ? $"test.{Domain}" : Domain!;

    private string[] LegacyHosts => (Domain, Stage) switch
    {
        (null, _) => [],
        (_, SeePlusPlusStage.Test) => [$"*.{Root}"],
        _ => [Root, $"legacy.{Root}"],
    };

    private string[] BetaHosts => Domain is null || !HasBeta ? [] : [$"beta.{Root}"];

    /// <summary>The rule that leads to a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="targetGroupArn">The ARN of its target group.</param>
    public ListenerRule Rule(WebService service, Input<string> targetGroupArn)
    {
        var forward = ListenerAction.Forward(targetGroupArn);
        if (service == WebService.Backend)
        {
            // On every host, so that each user interface finds the API beside itself.
            return new(service.Name, 10, forward) { Hosts = HostNames, Paths = ApiPaths };
        }

        if (service == WebService.BetaFrontend)
        {
            return new(service.Name, 20, forward) { Hosts = BetaHosts, Paths = Domain is null ? BetaPaths : [] };
        }

        return new(service.Name, 30, forward) { Hosts = LegacyHosts, Paths = Domain is null ? ["/*"] : [] };
    }

    /// <summary>The address of a service for people, without a slash at its end.</summary>
    /// <param name="service">The service.</param>
    /// <param name="balancerDnsName">The load balancer's own name.</param>
    public Output<string> Url(WebService service, Output<string> balancerDnsName)
    {
        if (Domain is null)
        {
            var path = service == WebService.Backend ? ApiPaths[0] : service == WebService.BetaFrontend ? BetaPaths[0] : "";
            return Output.Format($"http://{balancerDnsName}{path}");
        }

        var main = Stage == SeePlusPlusStage.Test ? $"legacy.{Root}" : Root;
        return Output.Create(service == WebService.Backend ? $"https://{main}{ApiPaths[0]}" : $"https://{(service == WebService.BetaFrontend ? BetaHosts[0] : main)}");
    }

    /// <summary>
    /// The origins whose pages may call the API with credentials, as a regular expression that the backend reads. A dot left as it is
    /// would admit foreign domains, and an empty pattern everybody.
    /// </summary>
    /// <param name="balancerDnsName">The load balancer's own name.</param>
    public Output<string> Origins(Output<string> balancerDnsName) => Domain is null
        ? balancerDnsName.Apply(host => $@"^http:\/\/({Literal(host)})$")
        : Output.Create($@"^https?:\/\/(?:[\w-]+\.)*?({Literal(Root)})$");

    private static string Literal(string host) => host.Replace(".", @"\.", StringComparison.Ordinal);
}
