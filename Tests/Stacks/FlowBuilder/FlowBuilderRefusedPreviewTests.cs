using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks.FlowBuilder;

/// <summary>A faulty Flow Builder, previewed with the built program: nothing is registered.</summary>
internal sealed class FlowBuilderRefusedPreviewTests
{
    // Promise 52.
    [TestCase("infra:flowBuilder.dbName", "infra:flowBuilder.dbName=flow-builder")]
    [TestCase("infra:flowBuilder.apiMemory", "infra:flowBuilder.apiMemory=4096")]
    [TestCase("infra:flowBuilder.pipeBatchSize", "infra:flowBuilder.pipeBatchSize=10")]
    [TestCase("infra:flowBuilder.dbEngineVersion", "infra:flowBuilder.dbEngineVersion=15.4")]
    [TestCase("infra:flowBuilder.dbHost", "infra:flowBuilder.variant=ultraCostOptimized")]
    [TestCase("infra:flowBuilder.dbPassword", "infra:flowBuilder.dbPassword=with@sign-0123456789")]
    [TestCase("infra:environment", "infra:environment=test")]
    public async Task What_could_not_work_is_refused_by_name_before_anything_is_registered(string key, string set)
    {
        var scenario = await Scenario.Failing("flowbuilder-standard-dev", set);
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Result.ExitCode, Is.EqualTo(1));
            Assert.That(scenario.Graph.Nodes.Where(node => !node.IsStack), Is.Empty);
            Assert.That(scenario.Result.Diagnostics.Single().Message, Does.Contain($"\n\n{key}\n  got "));
        });
    }
}
