using Pulumirpc;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    /// <summary>Adds the options of a resource that name other resources, some of which only newer engines have.</summary>
    private async Task AddReferencesAsync(RegisterResourceRequest request, Registration registration, ResourceOptions options)
    {
        var resource = registration.Resource;
        if (registration.Remote)
        {
            foreach (var (package, provider) in resource.Providers)
            {
                request.Providers.Add(package, await provider.ReferenceAsync().ConfigureAwait(false));
            }
        }

        if (resource.HasFormerUrns)
        {
            await AddAliasesAsync(request, resource, options).ConfigureAwait(false);
        }

        if (options.DeletedWith is { } deletedWith)
        {
            await RequireAsync(Feature.DeletedWith, nameof(ResourceOptions.DeletedWith)).ConfigureAwait(false);
            request.DeletedWith = (await deletedWith.Urn.DataTask.ConfigureAwait(false)).Value;
        }

        if (options.HasReplaceWith)
        {
            var replaceWith = await GatherAsync(options.ReplaceWith).ConfigureAwait(false);
            if (!replaceWith.IsEmpty)
            {
                await RequireAsync(Feature.ReplaceWith, nameof(ResourceOptions.ReplaceWith)).ConfigureAwait(false);
                request.ReplaceWith.Add(await Dependencies.UrnsAsync(replaceWith, resource).ConfigureAwait(false));
            }
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            await RequireAsync(Feature.ReplacementTrigger, nameof(ResourceOptions.ReplacementTrigger)).ConfigureAwait(false);
            var serializer = new Serialization.Serializer(excludeResourceReferencesFromDependencies: false);
            var serialized = await serializer.SerializeAsync(
                $"{registration.Label}.replacementTrigger",
                trigger,
                await KeepResourcesAsync().ConfigureAwait(false)).ConfigureAwait(false);
            request.ReplacementTrigger = Serialization.Serializer.CreateValue(serialized);
        }
    }

    private async Task RequireAsync(string feature, string option)
    {
        if (!await MonitorSupportsAsync(feature).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");
        }
    }

    private async Task AddAliasesAsync(RegisterResourceRequest request, Resource resource, ResourceOptions options)
    {
        if (await MonitorSupportsAsync(Feature.AliasSpecs).ConfigureAwait(false))
        {
            // The engine combines these with the aliases of the parent.
            foreach (var input in options.Aliases)
            {
                var alias = await input.ToOutput().DataTask.ConfigureAwait(false);
                if (alias is { IsKnown: true, Value: not null })
                {
                    request.Aliases.Add(await DescribeAsync(alias.Value).ConfigureAwait(false));
                }
            }

            return;
        }

        var seen = new HashSet<string>();
        foreach (var output in resource.AliasUrns)
        {
            var urn = await output.DataTask.ConfigureAwait(false);
            if (urn.IsKnown && seen.Add(urn.Value))
            {
                request.AliasURNs.Add(urn.Value);
            }
        }
    }

    private static async Task<Pulumirpc.Alias> DescribeAsync(Alias alias)
    {
        alias.Validate();
        if (alias.Urn is { } urn)
        {
            return new Pulumirpc.Alias { Urn = urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name).ConfigureAwait(false),
            Type = await TextAsync(alias.Type).ConfigureAwait(false),
            Stack = await TextAsync(alias.Stack).ConfigureAwait(false),
            Project = await TextAsync(alias.Project).ConfigureAwait(false),
        };
        if (alias.Parent is { } parent)
        {
            spec.ParentUrn = (await parent.Urn.DataTask.ConfigureAwait(false)).Value;
        }
        else if (alias.ParentUrn is not null)
        {
            spec.ParentUrn = await TextAsync(alias.ParentUrn).ConfigureAwait(false);
        }
        else
        {
            spec.NoParent = alias.NoParent;
        }

        return new Pulumirpc.Alias { Spec = spec };
    }

    private static async Task<string> TextAsync(Input<string>? input)
    {
        if (input is null)
        {
            return "";
        }

        var data = await input.ToOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value ?? "" : "";
    }
}
