using Infra.Preview.Model;

namespace Infra.Preview.Engine;

/// <summary>Answers function calls from recorded facts.</summary>
public interface ILookupTable
{
    /// <summary>The recorded answer to a call. A call without one throws <see cref="LookupMissingException"/>.</summary>
    /// <param name="token">The function token, e.g. `aws:ec2/getAmi:getAmi`.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="context">Where the call is made.</param>
    MapValue Answer(string token, MapValue args, LookupContext context);
}

/// <summary>Where a function is called.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's short name.</param>
/// <param name="ProviderNode">The explicit or default provider that the call goes to, with its region among the inputs; null when none was registered.</param>
public sealed record LookupContext(string Project, string Stack, ResourceNode? ProviderNode);

/// <summary>A function call that no recorded fact answers.</summary>
/// <param name="message">The call and how to record an answer.</param>
public sealed class LookupMissingException(string message) : Exception(message);
