namespace Infra.Components.SeePlusPlus;

/// <summary>The images of the services, each with a tag or digest. A service without one answers its health check alone.</summary>
/// <param name="Backend">The API's; null for none.</param>
/// <param name="LegacyFrontend">The present user interface's; null for none.</param>
/// <param name="Frontend">That of the user interface to come; null for none.</param>
public sealed record SeePlusPlusImages(string? Backend, string? LegacyFrontend, string? Frontend);
