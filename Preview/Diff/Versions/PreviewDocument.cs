using System.Text.Json;
using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Diff.Versions;

/// <summary>Reads a document that `--json` wrote, or `pulumi preview --json`, back into a graph.</summary>
internal static class PreviewDocument
{
    /// <summary>Reads a file. One that is missing or holds something else throws <see cref="PreviewException"/>.</summary>
    public static ResourceGraph Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PreviewException($"--against '{path}' cannot be read: {fault.Message} Give a file written by --json, or git:REF.", fault);
        }

        return Parse(bytes, path);
    }

    public static ResourceGraph Parse(ReadOnlyMemory<byte> document, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array)
            {
                throw new PreviewException($"{path} holds no previewed stack: expected an object with a list `steps`, as `--json` writes it.");
            }

            return new Reader(steps).Read();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new PreviewException($"{path} cannot be read as a previewed stack: {fault.Message} Write it anew with --json.", fault);
        }
    }

    private sealed class Reader(JsonElement steps)
    {
        private readonly Dictionary<string, JsonElement> _states = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ResourceNode> _nodes = new(StringComparer.Ordinal);

        public ResourceGraph Read()
        {
            foreach (var step in steps.EnumerateArray())
            {
                // What `pulumi preview` would delete has no new state and is no part of the new version.
                if (step.TryGetProperty("newState", out var state))
                {
                    _states[state.GetProperty("urn").GetString()!] = state;
                }
            }

            return new ResourceGraph(_states.Keys.Select(urn => Node(urn)!).ToList());
        }

        private ResourceNode? Node(string? urn)
        {
            if (urn is null || !_states.TryGetValue(urn, out var state))
            {
                return null;
            }

            if (_nodes.TryGetValue(urn, out var known))
            {
                return known;
            }

            var parent = Node(Text(state, "parent"));
            var provider = Text(state, "provider");
            var custom = Flag(state, "custom");
            var name = Urns.Name(urn);
            var node = new ResourceNode
            {
                Urn = urn,
                Type = state.GetProperty("type").GetString()!,
                Name = name,
                Custom = custom,
                Parent = parent,
                Operation = Flag(state, "external") ? ResourceOperation.Read : Text(state, "importID") is not null ? ResourceOperation.Import : ResourceOperation.Create,
                Id = Text(state, "id"),
                Inputs = Map(state, "inputs"),
                Outputs = Map(state, "outputs"),
                Dependencies = List(state, "dependencies"),
                PropertyDependencies = Sources(state),
                Provider = provider,
                ProviderNode = provider is null ? null : Node(Urns.SplitReference(provider)?.Urn),
                Protect = Flag(state, "protect"),
                RetainOnDelete = Flag(state, "retainOnDelete"),
                DeletedWith = Text(state, "deletedWith"),
                ReplaceWith = List(state, "replaceWith"),
                IgnoreChanges = List(state, "ignoreChanges"),
                ReplaceOnChanges = List(state, "replaceOnChanges"),
                HideDiffs = List(state, "hideDiffs"),
                Aliases = List(state, "aliases"),
                DeleteBeforeReplace = Flag(state, "deleteBeforeReplace") ? true : null,
                ReplacementTrigger = state.TryGetProperty("replacementTrigger", out var trigger) ? SignedValues.Read(trigger) : null,
                System = parent is null ? null : parent.System ?? (parent.IsStack && !custom ? name : null),
            };
            _nodes.Add(urn, node);
            return node;
        }

        private static SortedList<string, IReadOnlyList<string>> Sources(JsonElement state)
        {
            var sources = new SortedList<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            if (state.TryGetProperty("propertyDependencies", out var given) && given.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in given.EnumerateObject())
                {
                    sources[property.Name] = property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray().Select(urn => urn.GetString()!)] : [];
                }
            }

            return sources;
        }

        private static MapValue Map(JsonElement state, string name) =>
            state.TryGetProperty(name, out var value) && SignedValues.Read(value) is MapValue map ? map : MapValue.Empty;

        private static List<string> List(JsonElement state, string name) =>
            state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

        private static string? Text(JsonElement state, string name) =>
            state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private static bool Flag(JsonElement state, string name) => state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
    }
}
