using Infra.Components.Hebo;
using NUnit.Framework;

namespace Infra.Tests.Components.Hebo;

/// <summary>Names of production are the documented ones, and those of previews begin with their stage.</summary>
internal sealed class HeboNamesTests
{
    [TestCase("production", "hebo-api", "hebo-gateway", "hebo-global", "hebo/db")]
    [TestCase("pr42", "pr42-hebo-api", "pr42-hebo-gateway", "pr42-hebo-global", "pr42-hebo/db")]
    public void Names_follow_the_stage(string stage, string api, string gateway, string global, string secret)
    {
        var names = new HeboNames(stage);
        Assert.That((names.Api, names.Gateway, names.GlobalCluster, names.DatabaseSecret), Is.EqualTo((api, gateway, global, secret)));
    }

    [Test]
    public void The_longest_stage_fits_everywhere()
    {
        var names = new HeboNames(new string('s', 20));
        Assert.Multiple(() =>
        {
            Assert.That(names.Gateway, Has.Length.AtMost(40));
            Assert.That(names.LoadBalancer, Has.Length.AtMost(32));
            Assert.That($"{names.Database}-replica-final", Has.Length.AtMost(63));
            Assert.That(names.DatabaseProxy, Has.Length.AtMost(60));
        });
    }
}
