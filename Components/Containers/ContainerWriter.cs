using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Components.Containers;

/// <summary>
/// Writes one container. What is not set is left out: ECS gives defaults back, and an explicit null would look like a change.
/// </summary>
internal static class ContainerWriter
{
    private static readonly string[] AllCapabilities = ["ALL"];

    public static void Write(Utf8JsonWriter writer, ResolvedContainer container)
    {
        var definition = container.Definition;
        writer.WriteStartObject();
        writer.WriteString("name", definition.Name);
        writer.WriteString("image", container.Image);
        writer.WriteBoolean("essential", definition.Essential);
        WritePorts(writer, definition);
        WritePairs(writer, "environment", "value", container.Environment);
        WritePairs(writer, "secrets", "valueFrom", container.Secrets);
        WriteTexts(writer, "command", definition.Command);
        if (definition.User is { } user)
        {
            writer.WriteString("user", user);
        }

        writer.WriteBoolean("readonlyRootFilesystem", definition.ReadOnlyRootFilesystem);
        WriteLinuxParameters(writer, definition);
        WriteHealthCheck(writer, definition.HealthCheck);
        if (definition.StopTimeoutSeconds is { } seconds)
        {
            writer.WriteNumber("stopTimeout", seconds);
        }

        WriteLog(writer, container);
        writer.WriteEndObject();
    }

    private static void WritePorts(Utf8JsonWriter writer, ContainerDefinition definition)
    {
        if (definition.Ports.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("portMappings");
        foreach (var port in definition.Ports)
        {
            writer.WriteStartObject();
            writer.WriteNumber("containerPort", port);
            // A task has an address of its own, so both ports are one; ECS gives the second back even when it is left out.
            writer.WriteNumber("hostPort", port);
            writer.WriteString("protocol", "tcp");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter writer, string property, string valueName, ImmutableDictionary<string, string> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(property);
        foreach (var (name, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString(valueName, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLinuxParameters(Utf8JsonWriter writer, ContainerDefinition definition)
    {
        if (!definition.DropsAllCapabilities && !definition.InitProcess && definition.MemoryFolders.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("linuxParameters");
        if (definition.DropsAllCapabilities)
        {
            writer.WriteStartObject("capabilities");
            WriteTexts(writer, "drop", AllCapabilities);
            writer.WriteEndObject();
        }

        if (definition.InitProcess)
        {
            writer.WriteBoolean("initProcessEnabled", true);
        }

        if (definition.MemoryFolders.Count > 0)
        {
            writer.WriteStartArray("tmpfs");
            foreach (var folder in definition.MemoryFolders)
            {
                writer.WriteStartObject();
                writer.WriteString("containerPath", folder.Path);
                writer.WriteNumber("size", folder.SizeMiB);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteHealthCheck(Utf8JsonWriter writer, ContainerHealthCheck? check)
    {
        if (check is null)
        {
            return;
        }

        writer.WriteStartObject("healthCheck");
        WriteTexts(writer, "command", check.Command);
        writer.WriteNumber("interval", check.IntervalSeconds);
        writer.WriteNumber("timeout", check.TimeoutSeconds);
        writer.WriteNumber("retries", check.Retries);
        writer.WriteNumber("startPeriod", check.StartPeriodSeconds);
        writer.WriteEndObject();
    }

    private static void WriteLog(Utf8JsonWriter writer, ResolvedContainer container)
    {
        writer.WriteStartObject("logConfiguration");
        writer.WriteString("logDriver", "awslogs");
        writer.WriteStartObject("options");
        writer.WriteString("awslogs-group", container.LogGroup);
        writer.WriteString("awslogs-region", container.LogRegion);
        writer.WriteString("awslogs-stream-prefix", container.Definition.Log.StreamPrefix);
        // Said explicitly, because an account setting decides otherwise: lines may be lost under pressure, but logging never stalls the
        // service.
        writer.WriteString("mode", "non-blocking");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string property, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        writer.WriteStartArray(property);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
