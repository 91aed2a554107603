using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Preview.Model;
using Infra.Preview.Protocol;

namespace Infra.Preview.Engine;

/// <summary>The engine's side of `pulumirpc.ResourceMonitor` and `pulumirpc.Engine`.</summary>
internal static class MonitorService
{
    // What is asked for is answered only where the preview records it. Transforms and hooks would be calls back into the program.
    private static readonly Dictionary<string, ResourceMonitorFeature> Features = new(StringComparer.Ordinal)
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["replacementTrigger"] = ResourceMonitorFeature.ReplacementTrigger,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["replaceWith"] = ResourceMonitorFeature.ReplaceWith,
        ["parameterization"] = ResourceMonitorFeature.Parameterization,
    };

    /// <summary>The methods by path, all working on this deployment.</summary>
    public static GrpcDispatcher Dispatcher(Deployment deployment)
    {
        var registrations = new Registrations(deployment);
        var methods = new Dictionary<string, GrpcMethod>(StringComparer.Ordinal);

        void Monitor<TRequest>(string name, MessageParser<TRequest> parser, Func<TRequest, IMessage> answer)
            where TRequest : IMessage<TRequest> => methods.Add($"/pulumirpc.ResourceMonitor/{name}", bytes =>
            {
                var request = Parse(parser, bytes);
                lock (deployment.Gate)
                {
                    deployment.Enter();
                    return answer(request);
                }
            });

        void Engine<TRequest>(string name, MessageParser<TRequest> parser, Func<TRequest, IMessage> answer)
            where TRequest : IMessage<TRequest> => methods.Add($"/pulumirpc.Engine/{name}", bytes =>
            {
                var request = Parse(parser, bytes);
                lock (deployment.Gate)
                {
                    return answer(request);
                }
            });

        Monitor("SupportsFeature", SupportsFeatureRequest.Parser, request =>
            new SupportsFeatureResponse { HasSupport = Features.ContainsKey(request.Id) });
        Monitor("RegisterResource", RegisterResourceRequest.Parser, registrations.Register);
        Monitor("ReadResource", ReadResourceRequest.Parser, registrations.Read);
        Monitor("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, request =>
        {
            deployment.CompleteOutputs(request.Urn, OutputDependencies.Downgrade(ProtobufConversion.ToMap(request.Outputs)));
            return new Empty();
        });
        Monitor("Invoke", ResourceInvokeRequest.Parser, request => Lookups.Invoke(deployment, request));
        Monitor("Call", ResourceCallRequest.Parser, request => Unoffered(deployment, $"a call of the method {request.Tok} runs in a provider plugin"));
        Monitor("RegisterPackage", RegisterPackageRequest.Parser, request => RegisterPackage(deployment, request));
        Monitor("GetDeploymentInfo", Empty.Parser, _ => Info(deployment.Settings));
        Monitor("SignalAndWaitForShutdown", Empty.Parser, _ =>
        {
            deployment.SignalShutdown();
            return new Empty();
        });
        foreach (var name in (ReadOnlySpan<string>)["RegisterStackTransform", "RegisterStackInvokeTransform"])
        {
            Monitor(name, Callback.Parser, _ => Unoffered(deployment, "a transform registered with the stack is a call back into the program"));
        }

        Monitor("RegisterResourceHook", RegisterResourceHookRequest.Parser, _ => Unoffered(deployment, "a resource hook is a call back into the program"));
        Monitor("RegisterErrorHook", RegisterErrorHookRequest.Parser, _ => Unoffered(deployment, "an error hook is a call back into the program"));

        Engine("Log", LogRequest.Parser, request => Log(deployment, request));
        // There is no CLI whose version could be too old.
        Engine("RequirePulumiVersion", RequirePulumiVersionRequest.Parser, _ => new RequirePulumiVersionResponse());
        Engine("SetRootResource", SetRootResourceRequest.Parser, request =>
        {
            deployment.RootUrn = request.Urn;
            return new SetRootResourceResponse();
        });
        Engine("GetRootResource", Empty.Parser, _ => new GetRootResourceResponse { Urn = deployment.RootUrn ?? "" });
        return new GrpcDispatcher(methods);
    }

    private static TRequest Parse<TRequest>(MessageParser<TRequest> parser, System.Buffers.ReadOnlySequence<byte> bytes)
        where TRequest : IMessage<TRequest>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new GrpcFault(GrpcStatus.Internal, $"{typeof(TRequest).Name} cannot be read: {malformed.Message}");
        }
    }

    private static Empty Unoffered(Deployment deployment, string reason)
    {
        deployment.Report(new Diagnostic(Severity.Warning, $"Not previewed: {reason}, which an offline preview does not do."));
        throw new GrpcFault(GrpcStatus.Unimplemented, $"{reason}, which an offline preview does not do");
    }

    private static RegisterPackageResponse RegisterPackage(Deployment deployment, RegisterPackageRequest request)
    {
        // A parameterised provider is known under the name and version of its parameter.
        var (name, version) = request.Parameterization is { } parameter
            ? (parameter.Name, parameter.Version)
            : (request.Name, request.Version);
        var key = request.Parameterization is null ? "" : $"{request.Name}@{request.Version}:{request.Parameterization.Value.ToBase64()}";
        return new RegisterPackageResponse
        {
            Ref = deployment.Providers.AddPackage(new PackageRequest(name, version, request.DownloadUrl), key),
        };
    }

    private static DeploymentInfo Info(DeploymentSettings settings)
    {
        var info = new DeploymentInfo
        {
            Project = settings.Project,
            Stack = settings.Stack,
            Organization = settings.Organization,
            DryRun = true,
            Parallel = settings.Parallel,
        };
        foreach (var (key, value) in settings.Config)
        {
            info.Config.Add(key, value);
        }

        info.ConfigSecretKeys.Add(settings.SecretKeys.Order(StringComparer.Ordinal));
        info.SupportedFeatures.Add(Features.Values);
        return info;
    }

    private static Empty Log(Deployment deployment, LogRequest request)
    {
        // Ephemeral messages are progress; debug messages of SDKs tell every step of every resource.
        if (!request.Ephemeral && request.Severity != LogSeverity.Debug)
        {
            var severity = request.Severity switch
            {
                LogSeverity.Error => Severity.Error,
                LogSeverity.Warning => Severity.Warning,
                _ => Severity.Info,
            };
            deployment.Report(new Diagnostic(severity, request.Message.TrimEnd(), request.Urn));
        }

        return new Empty();
    }
}
