using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

internal sealed partial class DeploymentCore
{
    public async Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options)
    {
        var arguments = await SerializeArgumentsAsync(token, args).ConfigureAwait(false);
        await SendInvokeAsync(token, arguments.Object, options).ConfigureAwait(false);
    }

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        var arguments = await SerializeArgumentsAsync(token, args).ConfigureAwait(false);
        var response = await SendInvokeAsync(token, arguments.Object, options).ConfigureAwait(false);
        return Convert<T>(token, response.Return, single, ImmutableHashSet<Resource>.Empty).Value;
    }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
        => new(InvokeOutputAsync<T>(token, args, options, single));

    private async Task<OutputData<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        SerializedProperties arguments;
        try
        {
            arguments = await SerializeArgumentsAsync(token, args).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not Grpc.GrpcException)
        {
            Log.Send(LogSeverity.Error, $"Error serializing arguments for invoke {token}: {e.Message}");
            throw;
        }

        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        foreach (var (_, dependencies) in arguments.Dependencies)
        {
            resources.UnionWith(dependencies);
        }

        if (options is InvokeOutputOptions { HasDependsOn: true } outputOptions)
        {
            resources.UnionWith(await GatherAsync(outputOptions.DependsOn).ConfigureAwait(false));
        }

        var dependedOn = resources.ToImmutable();
        if (UnknownValues.Any(arguments.Object) || !await AreKnownAsync(dependedOn).ConfigureAwait(false))
        {
            return new OutputData<T>(dependedOn, default!, false, false);
        }

        var response = await SendInvokeAsync(token, arguments.Object, options).ConfigureAwait(false);
        return response.Unknown
            ? new OutputData<T>(dependedOn, default!, false, false)
            : Convert<T>(token, response.Return, single, dependedOn);
    }

    /// <summary>Whether everything a function depends on exists; in a preview it may not yet.</summary>
    private static async Task<bool> AreKnownAsync(ImmutableHashSet<Resource> resources)
    {
        foreach (var resource in Dependencies.Expand(resources, self: null))
        {
            // A stand-in is all there is of a resource that some component made elsewhere: its id never becomes known here.
            if (resource is CustomResource custom and not DependencyResource
                && !(await custom.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<SerializedProperties> SerializeArgumentsAsync(string token, InvokeArgs args)
    {
        var arguments = await args.ToDictionaryAsync().ConfigureAwait(false);
        return await SerializeAsync(
            $"invoke:{token}",
            arguments,
            new PropertyEncoding(KeepOutputValues: false, ExcludeReferences: false, IsResource: false)).ConfigureAwait(false);
    }

    private async Task<ResourceInvokeResponse> SendInvokeAsync(string token, Struct arguments, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.FindProvider(token);
        var response = await _monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = arguments,
            Provider = await ProviderResource.ReferenceAsync(provider).ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = Settings.AcceptResources,
        }).ConfigureAwait(false);
        ThrowOnFailures("Invoke", token, response.Failures);
        return response;
    }

    private OutputData<T> Convert<T>(string token, Struct? result, bool single, ImmutableHashSet<Resource> resources)
    {
        var value = single ? SingleValue(token, result) : Value.ForStruct(result ?? new Struct());
        return Converter.ConvertValue<T>(message => Log.Send(LogSeverity.Warning, message), $"{token} result", value, resources);
    }

    private static Value SingleValue(string token, Struct? result)
        => result is { Fields.Count: 1 }
            ? result.Fields.Values.First()
            : throw new InvalidOperationException(
                $"The result of '{token}' has {result?.Fields.Count ?? 0} properties. A function that is called for a single value must return "
                + "exactly one: call it with Invoke or InvokeAsync instead.");

    private static void ThrowOnFailures(string kind, string token, RepeatedField<CheckFailure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        var reasons = new List<string>(failures.Count);
        foreach (var failure in failures)
        {
            reasons.Add(failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})");
        }

        throw new InvokeException($"{kind} of '{token}' failed: {string.Join("; ", reasons)}");
    }

    /// <summary>A function or method that the provider refused.</summary>
    private sealed class InvokeException(string message) : Exception(message);
}
