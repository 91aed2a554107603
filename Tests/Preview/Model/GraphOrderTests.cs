using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Model;

public sealed class GraphOrderTests
{
    [Test]
    public void Every_order_of_arrival_gives_the_same_tree()
    {
        var stack = Node("pulumi:pulumi:Stack", "s", null, custom: false);
        var component = Node("a:b:C", "c", stack, custom: false);
        var expected = new[]
        {
            stack,
            Node("pulumi:providers:aws", "eu", stack),
            component,
            Node("aws:a:A", "x-2", component),
            Node("aws:a:A", "x-10", component),
            Node("aws:b:B", "a", component),
            Node("aws:a:A", "z", stack),
            Node("pulumi:providers:aws", "default_1_0_0", null),
        };
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var shuffled = expected.ToArray();
            random.Shuffle(shuffled);
            Assert.That(GraphOrder.Sort(shuffled), Is.EqualTo(expected));
        }
    }

    [TestCase("a-2", "a-10")]
    [TestCase("a", "a-1")]
    [TestCase("a-1-b", "a-2-a")]
    [TestCase("a01", "a1")]
    [TestCase("B", "a")]
    public void Digits_compare_as_numbers_and_the_rest_ordinally(string smaller, string larger)
    {
        Assert.That(GraphOrder.CompareNames(smaller, larger), Is.Negative);
        Assert.That(GraphOrder.CompareNames(larger, smaller), Is.Positive);
    }

    [Test]
    public void Two_thousand_resources_are_ordered_in_a_flash()
    {
        var stack = Node("pulumi:pulumi:Stack", "s", null, custom: false);
        var deep = new List<ResourceNode> { stack };
        for (var depth = 0; depth < 2000; depth++)
        {
            deep.Add(Node("a:b:C", $"c{depth}", deep[^1], custom: false));
        }

        var graph = new ResourceGraph(Enumerable.Reverse(deep));

        Assert.That(graph.Nodes, Is.EqualTo(deep));
        Assert.That(graph.ChildrenOf(deep[1000]), Is.EqualTo(new[] { deep[1001] }));
    }

    [Test]
    public void A_search_for_one_resource_names_what_there_is()
    {
        var stack = Node("pulumi:pulumi:Stack", "s", null, custom: false);
        var graph = new ResourceGraph([stack, Node("a:b:C", "one", stack), Node("a:b:C", "two", stack)]);

        Assert.That(graph.Only("a:b:C", "two").Name, Is.EqualTo("two"));
        Assert.That(() => graph.Only("a:b:C"), Throws.InvalidOperationException.With.Message.Contains("found 2").And.Message.Contains("one, two"));
        Assert.That(() => graph.Only("a:b:C", "three"), Throws.InvalidOperationException.With.Message.Contains("found 0"));
    }

    private static ResourceNode Node(string type, string name, ResourceNode? parent, bool custom = true) => new()
    {
        Urn = $"{parent?.Urn}/{type}::{name}",
        Type = type,
        Name = name,
        Custom = custom,
        Parent = parent,
        Inputs = MapValue.Empty,
    };
}
