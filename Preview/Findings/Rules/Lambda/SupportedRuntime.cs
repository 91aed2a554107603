using Infra.Preview.Findings.Judging;
using Infra.Preview.Model;

namespace Infra.Preview.Findings.Rules.Lambda;

internal sealed class SupportedRuntime() : ResourceRule("aws:lambda/function:Function")
{
    // By https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html.
    private static readonly string[] Supported =
    [
        "nodejs22.x", "nodejs24.x", "python3.12", "python3.13", "python3.14", "java21", "java25", "dotnet8", "dotnet10", "ruby3.3", "ruby3.4", "provided.al2023",
    ];

    public override RuleInfo Info { get; } = new()
    {
        Id = "lambda-supported-runtime",
        Title = "Functions run on a supported runtime",
        Severity = FindingSeverity.Medium,
        Reason = "A runtime past its end gets no fixes, and after a while AWS refuses to update functions on it.",
        Fix = "Set runtime to a supported one, e.g. nodejs24.x or python3.14.",
        References = [ControlReference.Fsbp("Lambda.2")],
    };

    // An image brings its own runtime.
    protected override Verdict Judge(ResourceNode node, ResourceIndex graph) => Verdict
        .Require(node.At("runtime").IsOneOf(Supported), $"runtime is {node.At("runtime").Shown()}")
        .When(!node.At("packageType").IsOneOf("Image"));
}
