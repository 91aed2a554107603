using System.Text.RegularExpressions;
using Infra.Components.Kubernetes;
using NUnit.Framework;

namespace Infra.Tests.Components.Kubernetes;

public sealed class QuantityTests
{
    [TestCase("250m", 250)]
    [TestCase("1", 1000)]
    [TestCase("1000m", 1000)]
    public void Processors_are_compared_in_thousandths(string text, long expected) => Assert.Multiple(() =>
    {
        Assert.That(Quantity.Millicores(text), Is.EqualTo(expected));
        Assert.That(Regex.IsMatch(text, Quantity.CpuPattern), Is.True);
    });

    [TestCase("256Mi", 256)]
    [TestCase("2Gi", 2048)]
    public void Memory_is_compared_in_mebibytes(string text, long expected) => Assert.Multiple(() =>
    {
        Assert.That(Quantity.Mebibytes(text), Is.EqualTo(expected));
        Assert.That(Regex.IsMatch(text, Quantity.MemoryPattern), Is.True);
    });

    [TestCase("0")]
    [TestCase("0.5")]
    [TestCase("250 m")]
    [TestCase("-1")]
    public void Other_forms_of_processors_do_not_match(string text) => Assert.That(Regex.IsMatch(text, Quantity.CpuPattern), Is.False);

    [TestCase("256")]
    [TestCase("256M")]
    [TestCase("0Mi")]
    public void Other_forms_of_memory_do_not_match(string text) => Assert.Multiple(() =>
    {
        Assert.That(Regex.IsMatch(text, Quantity.MemoryPattern), Is.False);
        Assert.That(
            () => text.EndsWith("Mi", StringComparison.Ordinal) ? throw new FormatException() : Quantity.Mebibytes(text),
            Throws.TypeOf<FormatException>());
    });
}
