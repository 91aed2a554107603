using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    /// <summary>Function of the engine that finds a registered resource by its URN.</summary>
    internal const string GetResourceToken = "pulumi:pulumi:getResource";

    private async Task<ResourceReply> ReadAsync(Registration registration, string id, ResourceArgs args, CustomResourceOptions options)
    {
        var prepared = await PrepareAsync(registration, args, options).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = registration.Type,
            Name = registration.Name,
            Parent = prepared.ParentUrn,
            Properties = prepared.Properties.Object,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = Settings.AcceptResources,
        };
        request.Dependencies.Add(prepared.Dependencies);
        request.AdditionalSecretOutputs.Add(options.AdditionalSecretOutputs);
        var response = await _monitor.ReadResourceAsync(registration.Resource, request).ConfigureAwait(false);
        return new ResourceReply(
            response.Urn, id, response.Properties, response is { Result: Pulumirpc.Result.Success, Unknown: false });
    }

    private async Task<ResourceReply> GetExistingAsync(string urn)
    {
        var args = new Struct();
        args.Fields.Add(Constants.UrnProperty, Value.ForString(urn));
        var response = await _monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = GetResourceToken,
            Args = args,
            AcceptResources = Settings.AcceptResources,
        }).ConfigureAwait(false);
        ThrowOnFailures("Invoke", GetResourceToken, response.Failures);
        var result = response.Return ?? new Struct();
        return new ResourceReply(
            result.Fields.TryGetValue(Constants.UrnProperty, out var found) ? found.StringValue : urn,
            result.Fields.TryGetValue(Constants.IdProperty, out var id) ? id.StringValue : "",
            result.Fields.TryGetValue("state", out var state) ? state.StructValue : null,
            IsComplete: true);
    }

    /// <summary>Registers the outputs of a component or stack without being waited for.</summary>
    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => Runner.Track(RegisterOutputsAsync(resource, outputs));

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var data = await outputs.DataTask.ConfigureAwait(false);
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        var values = new Dictionary<string, object?>();
        if (data.IsKnown && data.Value is not null)
        {
            foreach (var (name, value) in data.Value)
            {
                // What makes the dictionary as a whole secret makes each of its values secret.
                values[name] = data.IsSecret ? Output.CreateSecret(value) : value;
            }
        }

        var serialized = await SerializeAsync(
            $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}].outputs",
            values,
            new PropertyEncoding(KeepOutputValues: false, ExcludeReferences: false, IsResource: false)).ConfigureAwait(false);
        await _monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest
        {
            Urn = urn.Value,
            Outputs = serialized.Object,
        }).ConfigureAwait(false);
    }
}
