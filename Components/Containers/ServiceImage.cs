using System.Globalization;

namespace Infra.Components.Containers;

/// <summary>What the container of a web service runs: its own image, or a small web server that stands in until there is one.</summary>
public sealed record ServiceImage
{
    // Small, built for both instruction sets, and in a registry that counts no pulls from within AWS.
    private const string WebServer = "public.ecr.aws/nginx/nginx:1.27-alpine-slim";
    private const string Sentence = "This service runs a placeholder: its own image has not been deployed yet.";

    private ServiceImage(string reference, IReadOnlyList<string>? command)
    {
        Reference = reference;
        Command = command;
    }

    /// <summary>The image with a tag or digest.</summary>
    public string Reference { get; }

    /// <summary>The command in place of the image's; null for an image of the service's own.</summary>
    public IReadOnlyList<string>? Command { get; }

    /// <summary>Whether it stands in for an image that does not exist yet.</summary>
    public bool IsPlaceholder => Command is not null;

    /// <summary>
    /// The service's own image; without one a web server that answers 200 on the health check's path, so that targets are healthy, and 503
    /// with a sentence on every other.
    /// </summary>
    /// <param name="image">The image with a tag or digest; null for none.</param>
    /// <param name="port">The port that the service listens on.</param>
    /// <param name="healthCheckPath">The path that the load balancer asks for: letters, digits and `/ . _ - ~`, starting with a slash.</param>
    public static ServiceImage OrPlaceholder(string? image, int port, string healthCheckPath) => image is null
        ? new(WebServer, ["sh", "-c", "printf %s \"$0\" > /etc/nginx/conf.d/default.conf && exec nginx -g 'daemon off;'", Configuration(port, healthCheckPath)])
        : new(image, null);

    // The configuration is the shell's first argument, not part of the script: nothing in it needs quoting.
    private static string Configuration(int port, string healthCheckPath)
    {
        if (healthCheckPath.Length == 0 || healthCheckPath[0] != '/' || !healthCheckPath.All(IsPlain))
        {
            throw new ArgumentException(
                $"The health check's path is '{healthCheckPath}'. The placeholder answers paths of letters, digits and / . _ - ~ that start with a slash. "
                + "Use such a path.",
                nameof(healthCheckPath));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            server {
              listen {{port}};
              default_type text/plain;
              location = {{healthCheckPath}} { return 200 "{{Sentence}}\n"; }
              location / { add_header Retry-After 300 always; return 503 "{{Sentence}}\n"; }
            }

            """);
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '_' or '-' or '~';
}
