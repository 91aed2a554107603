namespace Infra.Components.SeePlusPlus;

/// <summary>One of the services that the load balancer sends requests to.</summary>
/// <param name="Name">Its name, also its container's.</param>
/// <param name="Port">The port it listens on.</param>
/// <param name="HealthCheckPath">The path that answers 200 while it works.</param>
internal sealed record WebService(string Name, int Port, string HealthCheckPath)
{
    /// <summary>The API, which has code run.</summary>
    public static WebService Backend { get; } = new("backend", 3000, "/api");

    /// <summary>The present user interface.</summary>
    public static WebService LegacyFrontend { get; } = new("frontend-legacy", 80, "/");

    /// <summary>The user interface to come.</summary>
    public static WebService BetaFrontend { get; } = new("frontend", 80, "/");
}
