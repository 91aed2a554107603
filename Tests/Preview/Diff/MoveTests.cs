using Infra.Preview.Diff;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diff;

[Parallelizable]
public sealed class MoveTests
{
    private const string Table = "aws:dynamodb/table:Table";
    private static readonly MapValue Inputs = MapValue.Of(("billingMode", "PAY_PER_REQUEST"), ("hashKey", "id"), ("name", "orders"));

    [Test]
    public void A_renamed_resource_gets_its_alias_line()
    {
        var change = Graphs.Compare(graph => graph.Add(Table, "orders", Inputs), graph => graph.Add(Table, "all-orders", Inputs)).Of("all-orders");
        Assert.That((change.Kind, change.IsDeclaredMove), Is.EqualTo((ChangeKind.Move, false)));
        Assert.That(change.MissingAlias, Is.EqualTo("Aliases = { new Alias { Name = \"orders\" } }"));
        Assert.That(change.DataLoss, Is.Not.Null);
    }

    [Test]
    public void A_resource_with_another_parent_gets_its_old_urn_as_alias()
    {
        var change = Graphs.Compare(
            graph => graph.Add(Table, "orders", Inputs),
            graph => graph.Add(Table, "orders", Inputs, graph.Component("shop:index:Data", "data", graph.Stack))).Of("orders");
        Assert.That(change.MissingAlias, Is.EqualTo("Aliases = { new Alias { Urn = \"urn:pulumi:dev::shop::aws:dynamodb/table:Table::orders\" } }"));
    }

    [Test]
    public void A_declared_move_is_neither_replacement_nor_loss()
    {
        var difference = Graphs.Compare(
            graph => graph.Add(Table, "orders", Inputs, id: "orders-111111111111"),
            graph => graph.Add(Table, "all-orders", Inputs, id: "orders-222222222222", aliases: ["urn:pulumi:dev::shop::aws:dynamodb/table:Table::orders"]));
        var change = difference.Of("all-orders");
        Assert.That((change.Kind, change.IsDeclaredMove, change.MissingAlias, difference.ExitCode), Is.EqualTo((ChangeKind.Move, true, (string?)null, 2)));
    }

    [Test]
    public void A_renamed_component_needs_one_alias_for_all_that_is_in_it()
    {
        static Action<Graphs> Build(string name) => graph =>
        {
            var data = graph.Component("shop:index:Data", name, graph.Stack);
            graph.Add(Table, $"{name}-orders", Inputs, data);
            graph.Add(Table, $"{name}-users", MapValue.Of(("hashKey", "user")), data);
        };
        var difference = Graphs.Compare(Build("data"), Build("storage"));
        Assert.That(difference.Of("storage").MissingAlias, Is.EqualTo("Aliases = { new Alias { Name = \"data\" } }"));
        Assert.That(difference.Changes.Count(change => change.MissingAlias is not null), Is.EqualTo(1));
        Assert.That(difference.Of("storage-orders").Kind, Is.EqualTo(ChangeKind.Move));
        Assert.That(difference.Count(ChangeKind.Delete), Is.Zero);
    }

    [Test]
    public void Unlike_resources_and_ambiguous_ones_are_no_moves()
    {
        var unlike = Graphs.Compare(graph => graph.Add(Table, "orders", Inputs), graph => graph.Add(Table, "users", MapValue.Of(("hashKey", "user"), ("billingMode", "PROVISIONED"))));
        Assert.That((unlike.Of("orders").Kind, unlike.Of("users").Kind), Is.EqualTo((ChangeKind.Delete, ChangeKind.Create)));

        var ambiguous = Graphs.Compare(
            graph => graph.Add(Table, "orders", Inputs),
            graph =>
            {
                graph.Add(Table, "one", Inputs);
                graph.Add(Table, "two", Inputs);
            });
        Assert.That(ambiguous.Count(ChangeKind.Move), Is.Zero);
    }
}
