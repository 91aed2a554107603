using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.FlowBuilder;

/// <summary>What Flow Builder's document promises, checked on the resources of one stack.</summary>
[Parallelizable]
internal abstract class FlowBuilderPromises(string stackName)
{
    protected FlowBuilderStack Stack { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack() => Stack = await FlowBuilderStack.Of(stackName);

    protected static string? Id(ResourceNode node) => node.Output("id").AsText;

    protected static string? Arn(ResourceNode node) => node.Output("arn").AsText;

    protected static IReadOnlyList<string> Texts(PropertyValue value) => [.. value.AsList?.Texts ?? []];
}
