using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.Hebo;

/// <summary>What Hebo's document promises, checked on the resources of one stack.</summary>
[Parallelizable]
internal abstract class HeboPromises(string stackName)
{
    protected HeboStack Stack { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task PreviewTheStack() => Stack = await HeboStack.Of(stackName);

    protected static string? Id(ResourceNode node) => node.Output("id").AsText;

    protected static string? Arn(ResourceNode node) => node.Output("arn").AsText;

    protected static IReadOnlyList<string> Texts(PropertyValue value) => [.. value.AsList?.Texts ?? []];
}
