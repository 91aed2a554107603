using System.Collections.Immutable;
using Pulumirpc;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    /// <summary>Registers or reads a resource without being waited for.</summary>
    public void Register(Registration registration, ResourceArgs args, ResourceOptions options)
        => Runner.Track(Task.Factory.StartNew(
            () => RegisterAsync(registration, args, options),
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            _starts).Unwrap());

    private async Task RegisterAsync(Registration registration, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            if (registration.Type != Stack.RootType)
            {
                // Whoever comes before the stack's answer waits for it here, where the order of the program is kept.
                await Stack.Urn.DataTask;
                await KeepResourcesAsync();
            }

            var reply = await AskAsync(registration, args, options).ConfigureAwait(false);
            registration.Complete(reply, message => Log.Send(LogSeverity.Warning, message, registration.Resource), IsDryRun);
        }
        catch (Exception e)
        {
            registration.Fail(e);
            throw;
        }
    }

    private async Task<ResourceReply> AskAsync(Registration registration, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is { } urn)
        {
            return await GetExistingAsync(urn).ConfigureAwait(false);
        }

        if (options.Id is not null)
        {
            var id = await options.Id.ToOutput().DataTask.ConfigureAwait(false);
            if (id.IsKnown && !string.IsNullOrEmpty(id.Value))
            {
                return registration.Custom
                    ? await ReadAsync(registration, id.Value, args, (CustomResourceOptions)options).ConfigureAwait(false)
                    : throw new ArgumentException(
                        $"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a {nameof(CustomResource)}");
            }
        }

        return await RegisterNewAsync(registration, args, options).ConfigureAwait(false);
    }

    private async Task<ResourceReply> RegisterNewAsync(Registration registration, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await PrepareAsync(registration, args, options).ConfigureAwait(false);
        var request = CreateRequest(registration, options, prepared);
        await AddReferencesAsync(request, registration, options).ConfigureAwait(false);
        var response = await _monitor.RegisterResourceAsync(registration.Resource, request).ConfigureAwait(false);
        return new ResourceReply(
            response.Urn,
            response.Id,
            response.Object,
            response is { Result: Result.Success, Unknown: false },
            ReadDependencies(response));
    }

    private RegisterResourceRequest CreateRequest(Registration registration, ResourceOptions options, PreparedResource prepared)
    {
        var request = new RegisterResourceRequest
        {
            Type = registration.Type,
            Name = registration.Name,
            Parent = prepared.ParentUrn,
            Custom = registration.Custom,
            Remote = registration.Remote,
            Object = prepared.Properties.Object,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            CustomTimeouts = options.CustomTimeouts?.ToMessage(),
            AcceptSecrets = true,
            AcceptResources = Settings.AcceptResources,
            SupportsResultReporting = true,
        };

        // Setting one of these to false is not the same as leaving it to the parent.
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retainOnDelete)
        {
            request.RetainOnDelete = retainOnDelete;
        }

        request.Dependencies.Add(prepared.Dependencies);
        foreach (var (property, urns) in prepared.PropertyDependencies)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            dependencies.Urns.Add(urns);
            request.PropertyDependencies.Add(property, dependencies);
        }

        request.IgnoreChanges.Add(options.IgnoreChanges);
        request.HideDiffs.Add(options.HideDiffs);
        if (options is CustomResourceOptions custom)
        {
            AddCustomOptions(request, custom);
        }

        return request;
    }

    private static void AddCustomOptions(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.ImportId = options.ImportId ?? "";
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
        request.AdditionalSecretOutputs.Add(options.AdditionalSecretOutputs);
        request.ReplaceOnChanges.Add(options.ReplaceOnChanges);
        request.EnvVarMappings.Add(options.EnvVarMappings);
    }

    private static Dictionary<string, ImmutableHashSet<Resource>>? ReadDependencies(RegisterResourceResponse response)
    {
        if (response.PropertyDependencies.Count == 0)
        {
            return null;
        }

        var dependencies = new Dictionary<string, ImmutableHashSet<Resource>>();
        foreach (var (property, urns) in response.PropertyDependencies)
        {
            dependencies[property] = StandIns(urns.Urns);
        }

        return dependencies;
    }

    private static ImmutableHashSet<Resource> StandIns(IEnumerable<string> urns)
    {
        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        foreach (var urn in urns)
        {
            resources.Add(new DependencyResource(urn));
        }

        return resources.ToImmutable();
    }
}
