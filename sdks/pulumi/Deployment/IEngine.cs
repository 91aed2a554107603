using Pulumirpc;

namespace Pulumi;

/// <summary>The part of the engine that shows messages.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request);
}
