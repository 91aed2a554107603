using Infra.Preview.Model;
using Infra.Preview.Protocol;

namespace Infra.Preview.Engine;

/// <summary>Answers function calls.</summary>
internal static class Lookups
{
    private const string GetResource = "pulumi:pulumi:getResource";

    public static ResourceInvokeResponse Invoke(Deployment deployment, ResourceInvokeRequest request)
    {
        if (request.Tok.Split(':') is not [var package, _, var member] || package.Length == 0 || member.Length == 0)
        {
            throw GrpcFault.Invalid($"'{request.Tok}' is not a valid function token: expected PACKAGE:MODULE:NAME");
        }

        var args = ProtobufConversion.ToMap(request.Args);
        if (request.Tok == GetResource)
        {
            return new ResourceInvokeResponse { Return = ProtobufConversion.ToStruct(RegisteredResource(deployment, args), true, request.AcceptResources) };
        }

        var parent = deployment.Parent(request.Parent);
        var provider = deployment.Providers.Resolve(
            request.Provider,
            null,
            parent,
            request.PackageRef.Length > 0
                ? deployment.Providers.Package(request.PackageRef)
                : new PackageRequest(package, request.Version, request.PluginDownloadURL));
        if (args.ContainsUnknowns)
        {
            // A provider does not run a function before its arguments are known.
            return new ResourceInvokeResponse { Return = new Google.Protobuf.WellKnownTypes.Struct(), Unknown = true };
        }

        var answer = Answer(deployment, request.Tok, args, provider, urn: "");
        return new ResourceInvokeResponse { Return = ProtobufConversion.ToStruct(answer, true, request.AcceptResources) };
    }

    /// <summary>The table's answer; a missing one ends the deployment with one error.</summary>
    public static MapValue Answer(Deployment deployment, string token, MapValue args, ResourceNode? provider, string urn)
    {
        var settings = deployment.Settings;
        try
        {
            return deployment.Services.Lookups.Answer(token, args, new LookupContext(settings.Project, settings.Stack, provider));
        }
        catch (LookupMissingException missing)
        {
            deployment.Fail(missing.Message, urn);
            throw;
        }
    }

    private static MapValue RegisteredResource(Deployment deployment, MapValue args)
    {
        var urn = args["urn"].AsText ?? "";
        return deployment.Find(urn) is { } node
            ? MapValue.Of(("urn", urn), ("id", node.Id is null ? PropertyValue.Unknown : node.Id), ("state", node.Outputs))
            : throw new GrpcFault(GrpcStatus.Unknown, $"unknown resource {urn}");
    }
}
