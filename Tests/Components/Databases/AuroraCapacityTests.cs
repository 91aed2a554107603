using Infra.Components.Databases;
using NUnit.Framework;

namespace Infra.Tests.Components.Databases;

public sealed class AuroraCapacityTests
{
    [TestCase(0, 4, 300)]
    [TestCase(0, 1, 86_400)]
    [TestCase(0.5, 256, null)]
    [TestCase(4, 4, null)]
    public void What_Aurora_offers_is_taken(double minimum, double maximum, int? pause)
    {
        var capacity = new AuroraCapacity(minimum, maximum, pause);
        Assert.That((capacity.Minimum, capacity.Maximum, capacity.PauseAfterSeconds), Is.EqualTo((minimum, maximum, pause)));
    }

    [TestCase(0.3, 4, null)]
    [TestCase(-0.5, 4, null)]
    [TestCase(0, 0.5, null)]
    [TestCase(0, 256.5, null)]
    [TestCase(5, 4, null)]
    public void Other_ranges_are_refused(double minimum, double maximum, int? pause) =>
        Assert.That(() => new AuroraCapacity(minimum, maximum, pause), Throws.ArgumentException.With.Message.StartsWith("The capacity is from"));

    [TestCase(0.5, 1200)]
    [TestCase(0, 299)]
    [TestCase(0, 86_401)]
    public void Pauses_that_Aurora_does_not_make_are_refused(double minimum, int pause) =>
        Assert.That(() => new AuroraCapacity(minimum, 4, pause), Throws.ArgumentException.With.Message.StartsWith("The pause is after"));
}
