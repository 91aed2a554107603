using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hyperp;

/// <summary>What Hyperp's document promises, checked on the resources of one stack.</summary>
[TestFixtureSource(typeof(HyperpStack), nameof(HyperpStack.Names))]
[Parallelizable]
internal abstract class HyperpPromises(string stackName)
{
    protected HyperpStack Stack { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack() => Stack = await HyperpStack.Of(stackName);

    protected static string? Id(ResourceNode node) => node.Output("id").AsText;

    protected static string? Arn(ResourceNode node) => node.Output("arn").AsText;

    protected static IReadOnlyList<string> Texts(PropertyValue value) => [.. value.AsList?.Texts ?? []];
}
