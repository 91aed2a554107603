using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    private const string SelfArgument = "__self__";

    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options)
        => new(CallAsync<T>(token, args, self, options));

    private async Task<OutputData<T>> CallAsync<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var arguments = (await args.ToDictionaryAsync().ConfigureAwait(false)).ToBuilder();
        if (self is not null)
        {
            arguments[SelfArgument] = self;
        }

        var serialized = await SerializeAsync(
            $"call:{token}",
            arguments,
            new PropertyEncoding(
                KeepOutputValues: await MonitorSupportsAsync(Feature.OutputValues).ConfigureAwait(false),
                ExcludeReferences: true,
                IsResource: false)).ConfigureAwait(false);

        // The method runs where the resource lives.
        var provider = self is not null ? self.Provider : options?.Provider ?? options?.Parent?.FindProvider(token);
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = serialized.Object,
            Provider = await ProviderResource.ReferenceAsync(provider).ConfigureAwait(false),
            Version = (self is not null ? self.Version : options?.Version) ?? "",
            PluginDownloadURL = (self is not null ? self.PluginDownloadURL : options?.PluginDownloadURL) ?? "",
        };
        foreach (var (argument, resources) in serialized.Dependencies)
        {
            var dependencies = new ResourceCallRequest.Types.ArgumentDependencies();
            dependencies.Urns.Add(await Dependencies.UrnsAsync(resources, self: null).ConfigureAwait(false));
            request.ArgDependencies.Add(argument, dependencies);
        }

        var response = await _monitor.CallAsync(request).ConfigureAwait(false);
        ThrowOnFailures("Call", token, response.Failures);
        var dependedOn = ImmutableHashSet<Resource>.Empty;
        foreach (var dependencies in response.ReturnDependencies.Values)
        {
            dependedOn = dependedOn.Union(StandIns(dependencies.Urns));
        }

        return Convert<T>(token, response.Return, single: false, dependedOn);
    }
}
