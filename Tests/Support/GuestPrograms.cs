using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Support;

/// <summary>
/// Programs for tests of the preview: this assembly, run as a program of its own (`dotnet Tests.dll`), is the one that the setting
/// `guest` names.
/// </summary>
internal static class GuestPrograms
{
    private static Task<int> Main() => Deployment.RunAsync(() => new Config().Require("guest") switch
    {
        "tree" => Tree(),
        "throws" => throw new InvalidOperationException("thrown on purpose"),
        "twice" => Twice(),
        "lookup" => Lookup(),
        "many" => Many(),
        var other => throw new ArgumentException($"There is no guest program '{other}'."),
    });

    private static Dictionary<string, object?> Tree()
    {
        Console.WriteLine("printed by the program");
        var config = new Config();
        var outer = new Group("outer", new() { Aliases = { new Alias { Name = "former" } } });
        var inner = new Group("inner", new() { Parent = outer, Protect = true });
        var source = new Thing("source", new() { { "size", 3 }, { "password", config.RequireSecret("password") } }, new() { Parent = inner });
        var sink = new Thing(
            "sink",
            new() { { "from", source.Id }, { "text", Output.Format($"{source.Id}/{source.Arn}") } },
            new() { Parent = outer, IgnoreChanges = { "size" }, RetainOnDelete = true });
        Log.Warn("one is little", outer);
        for (var index = 0; index < 20; index++)
        {
            _ = new Thing($"many-{index}", new() { { "index", index }, { "sink", sink.Id } }, new() { Parent = inner });
        }

        return new() { ["sink"] = sink.Id, ["password"] = config.RequireSecret("password"), ["pending"] = new[] { "Push an image." } };
    }

    private static Dictionary<string, object?> Twice()
    {
        _ = new Thing("same", []);
        _ = new Thing("same", []);
        return [];
    }

    private static Dictionary<string, object?> Lookup() => new()
    {
        ["answer"] = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("demo:index/getNothing:getNothing", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty)),
    };

    private static Dictionary<string, object?> Many()
    {
        var count = new Config().RequireInt32("count");
        var group = new Group("group");
        for (var index = 0; index < count; index++)
        {
            _ = new Thing($"thing-{index}", new() { { "index", index }, { "tags", new Dictionary<string, string> { ["a"] = "b" } } }, new() { Parent = group });
        }

        return new() { ["count"] = count };
    }

    private sealed class Group(string name, ComponentResourceOptions? options = null) : ComponentResource("demo:index:Group", name, options);

    private sealed class Thing(string name, Dictionary<string, object?> args, CustomResourceOptions? options = null)
        : CustomResource("demo:index/thing:Thing", name, new DictionaryResourceArgs(args.ToImmutableDictionary()), WithVersion(options))
    {
        [Output("arn")]
        public Output<string> Arn { get; private set; } = null!;

        private static CustomResourceOptions WithVersion(CustomResourceOptions? options) =>
            CustomResourceOptions.Merge(options, new() { Version = "1.2.3" });
    }
}
