using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Support;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("items")]
    private InputList<string?>? _items;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("other")]
    public Input<Resource>? Other { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<string?> Items
    {
        get => _items ??= [];
        set => _items = value;
    }
}

/// <summary>A resource as bindings have them: the default version, then what the program says.</summary>
internal sealed class Thing : CustomResource
{
    public const string Token = "test:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new ThingArgs(), MakeOptions(options, ""))
    {
    }

    private Thing(string name, Input<string> id, CustomResourceOptions? options = null)
        : base(Token, name, null, MakeOptions(options, id))
    {
    }

    [Output("text")]
    public Output<string?> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int?> Count { get; private set; } = null!;

    [Output("items")]
    public Output<ImmutableArray<string>> Items { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("computed")]
    public Output<string?> Computed { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions MakeOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = "1.2.3" }, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}

/// <summary>A component of the program.</summary>
internal sealed class Group(string name, ComponentResourceOptions? options = null) : ComponentResource("test:index:Group", name, options)
{
    public Thing AddThing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        => new(name, args, CustomResourceOptions.Merge(options, new CustomResourceOptions { Parent = this }));

    public void End(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    public void EndWithProperties() => RegisterOutputs();
}

/// <summary>A component that a provider implements.</summary>
internal sealed class RemoteGroup(string name, ThingArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:RemoteGroup", name, args ?? new ThingArgs(), options, remote: true)
{
    [Output("text")]
    public Output<string?> Text { get; private set; } = null!;
}

internal sealed class TestProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("flags", json: true)]
    public InputMap<bool>? Flags { get; set; }
}

internal sealed class TestProvider(string name, CustomResourceOptions? options = null, string package = "test")
    : ProviderResource(package, name, new TestProviderArgs(), options);

internal sealed class LookupArgs : InvokeArgs
{
    [Input("key")]
    public Input<string>? Key { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }
}

[OutputType]
internal sealed class LookupResult
{
    public readonly string? Key;

    [OutputConstructor]
    private LookupResult(string? key) => Key = key;
}

internal sealed class MethodArgs : CallArgs
{
    [Input("key")]
    public Input<string>? Key { get; set; }
}
