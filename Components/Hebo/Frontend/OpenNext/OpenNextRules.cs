using System.Globalization;
using System.Text.Json;
using Infra.Components.Edge;

namespace Infra.Components.Hebo.Frontend.OpenNext;

/// <summary>What a build must be like to be deployed as one server, one image optimiser and one bucket behind CloudFront.</summary>
internal static class OpenNextRules
{
    private const string Server = "default";
    private const string Images = "imageOptimizer";
    private const string Bucket = "s3";
    private const string Handler = "index.handler";
    private const string Entry = "index.mjs";
    private const string Rebuild = "build the application anew with OpenNext 3";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true };

    /// <summary>Everything that is wrong; nothing exactly when the output can be deployed.</summary>
    public static IReadOnlyList<OpenNextFault> Check(OpenNextFolder folder, out OpenNextOutput output)
    {
        output = new OpenNextOutput();
        if (!File.Exists(folder.OutputPath))
        {
            return [new($"no {OpenNextFolder.OutputFile}", "the output of OpenNext", Rebuild)];
        }

        try
        {
            output = JsonSerializer.Deserialize<OpenNextOutput>(File.ReadAllText(folder.OutputPath), Json) ?? output;
        }
        catch (JsonException exception)
        {
            return [new($"an {OpenNextFolder.OutputFile} that cannot be read: {exception.Message}", "the output of OpenNext 3", Rebuild)];
        }

        return [.. EdgeFaults(output), .. OriginFaults(output), .. BucketFaults(folder, output), .. BundleFaults(folder, output), .. BehaviorFaults(output)];
    }

    private static IEnumerable<OpenNextFault> EdgeFaults(OpenNextOutput output)
    {
        if (output.EdgeFunctions.Count > 0)
        {
            yield return new(
                $"functions for Lambda@Edge ({Names(output.EdgeFunctions.Keys)})",
                "none: such functions take no environment variables",
                "take placement: \"global\" and middleware.external out of open-next.config.ts and build anew");
        }
    }

    private static IEnumerable<OpenNextFault> OriginFaults(OpenNextOutput output)
    {
        foreach (var missing in new[] { Server, Bucket }.Where(origin => !output.Origins.ContainsKey(origin)))
        {
            yield return new($"no origin {missing}", $"the origins {Server} and {Bucket}", Rebuild);
        }

        var further = output.Origins.Keys.Except([Server, Images, Bucket], StringComparer.Ordinal).ToList();
        if (further.Count > 0)
        {
            yield return new(
                $"further origins ({Names(further)})", $"{Server}, {Images} and {Bucket} alone", "take functions out of open-next.config.ts and build anew");
        }

        foreach (var (name, origin) in output.Origins.Where(origin => origin.Key is Server or Images && origin.Value.Type != "function"))
        {
            yield return new(
                $"an origin {name} of the type '{origin.Type}'", "a Lambda function", "take generateDockerfile out of open-next.config.ts and build anew");
        }
    }

    private static IEnumerable<OpenNextFault> BucketFaults(OpenNextFolder folder, OpenNextOutput output)
    {
        if (!output.Origins.TryGetValue(Bucket, out var bucket))
        {
            yield break;
        }

        if (string.IsNullOrEmpty(bucket.OriginPath) || !bucket.Copy.Any(copy => copy.Cached))
        {
            yield return new("no folder of assets", "an origin s3 with originPath and a copy for viewers", Rebuild);
        }

        foreach (var copy in bucket.Copy.Where(copy => !OpenNextFolder.Owns(copy.From)))
        {
            yield return new($"the folder '{copy.From}' for the bucket", "folders below .open-next alone", Rebuild);
        }

        foreach (var copy in bucket.Copy.Where(copy => copy.Cached && OpenNextFolder.Owns(copy.From) && !Directory.Exists(folder.PathOf(copy.From))))
        {
            yield return new($"no folder {copy.From}", $"every folder that {OpenNextFolder.OutputFile} names", "copy the whole folder .open-next");
        }
    }

    private static IEnumerable<OpenNextFault> BundleFaults(OpenNextFolder folder, OpenNextOutput output)
    {
        foreach (var (name, function) in Functions(output))
        {
            if (function.Handler != Handler || function.Bundle is not { } bundle || !OpenNextFolder.Owns(bundle))
            {
                yield return new($"a function {name} with handler '{function.Handler}' in '{function.Bundle}'", $"{Handler} in a folder below .open-next", Rebuild);
            }
            else if ((name == Server || Directory.Exists(folder.PathOf(bundle))) && !File.Exists(Path.Combine(folder.PathOf(bundle), Entry)))
            {
                yield return new($"no {bundle}/{Entry}", "the entry of each function", "copy the whole folder .open-next");
            }
        }
    }

    private static IEnumerable<OpenNextFault> BehaviorFaults(OpenNextOutput output)
    {
        foreach (var behavior in output.Behaviors.Where(behavior => behavior.Origin is null || !output.Origins.ContainsKey(behavior.Origin)))
        {
            yield return new($"a path '{behavior.Pattern}' for the origin '{behavior.Origin}'", "paths for its own origins", Rebuild);
        }

        var patterns = output.Behaviors.Count(behavior => behavior.Pattern != "*");
        if (patterns > WebDistributionArgs.MostPatterns)
        {
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"{patterns} path patterns"),
                string.Create(CultureInfo.InvariantCulture, $"at most {WebDistributionArgs.MostPatterns}: OpenNext makes one of each file and folder in public/"),
                "move files of public/ into a folder there and build anew");
        }
    }

    private static IEnumerable<(string Name, OpenNextFunction Function)> Functions(OpenNextOutput output)
    {
        foreach (var (name, origin) in output.Origins.Where(origin => origin.Value.Type == "function"))
        {
            yield return (name, origin);
        }

        if (output.AdditionalProps.RevalidationFunction is { } revalidation)
        {
            yield return ("revalidationFunction", revalidation);
        }

        if (output.AdditionalProps.InitializationFunction is { } initialization)
        {
            yield return ("initializationFunction", initialization);
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
