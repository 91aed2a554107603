using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using NUnit.Framework;

namespace Infra.Tests.Preview.Synthesis;

public sealed class AllTypesTests
{
    private static readonly ShapeTable Shapes = ShapeTable.Default;

    [Test]
    public void The_table_is_there_and_in_order()
    {
        Assert.That(Shapes.Resources.Count(), Is.GreaterThan(300));
        Assert.That(Shapes.Resources, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(Shapes.Resources.Where(type => Shapes.Resource(type) is null), Is.Empty);
        Assert.That(Shapes.Functions.Where(token => Shapes.Function(token) is null), Is.Empty);
    }

    [Test]
    public void Every_declared_output_of_every_type_has_a_value_of_its_shape()
    {
        var faults = new List<string>();
        foreach (var type in Shapes.Resources.Where(type => !type.StartsWith("awsx:", StringComparison.Ordinal)))
        {
            try
            {
                var node = Nodes.Made(type, "thing");
                // An id that is made of inputs is empty where the inputs are.
                if (node.Id is null or "" && RuleTable.Find(type).Templates.GetValueOrDefault("id")?.Contains("<in:", StringComparison.Ordinal) is not true
                    && RuleTable.Find(type).Templates.GetValueOrDefault("id")?.Contains("<last:", StringComparison.Ordinal) is not true)
                {
                    faults.Add($"{type} has no id");
                }

                foreach (var (property, shape) in Shapes.Resource(type)!)
                {
                    Check(node.Outputs.Find(property), shape, $"{type} {property}", faults);
                }
            }
            catch (Exception fault) when (fault is InvalidOperationException or FormatException or System.Text.Json.JsonException or KeyNotFoundException)
            {
                faults.Add($"{type}: {fault.Message}");
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Outputs_depend_on_nothing_but_the_resource()
    {
        foreach (var type in Shapes.Resources.Where(type => !type.StartsWith("awsx:", StringComparison.Ordinal)))
        {
            var one = Nodes.Made(type, "thing");
            var two = Nodes.Made(type, "thing");
            Assert.That(two.Id, Is.EqualTo(one.Id), type);
            Assert.That(two.Outputs, Is.EqualTo(one.Outputs), type);
        }
    }

    [Test]
    public void Every_ruled_type_exists_and_has_one_rule()
    {
        var unknown = RuleTable.Types.Where(type => type != KubernetesRules.Others && Shapes.Resource(type) is null);
        Assert.That(unknown, Is.Empty);
        Assert.That(RuleTable.Types, Is.Unique);
    }

    [Test]
    public void Every_ruled_property_is_declared_by_a_type_that_shares_the_rule()
    {
        var byRule = RuleTable.Types.Where(type => type != KubernetesRules.Others).GroupBy(type => string.Join('\n', RuleTable.Find(type).Templates.Select(entry => $"{entry.Key}={entry.Value}")));
        var stray = byRule.SelectMany(group => RuleTable.Find(group.First()).Templates.Keys
            .Where(property => property != "id" && !group.Any(type => Shapes.Resource(type)!.ContainsKey(property)))
            .Select(property => $"{group.First()} {property}"));
        Assert.That(stray, Is.Empty);
    }

    [Test]
    public void Arns_of_every_type_are_wellformed()
    {
        var faults = Shapes.Resources
            .Where(type => type.StartsWith("aws:", StringComparison.Ordinal))
            .Select(type => Nodes.Made(type, "thing", """{"topic":"arn:aws:sns:eu-west-1:123456789012:t"}""", Nodes.Provider()))
            .Where(node => node.Outputs["arn"].AsText is { } arn && !node.Inputs.ContainsKey("arn")
                && !System.Text.RegularExpressions.Regex.IsMatch(arn, "^arn:aws:[a-z0-9-]+:([a-z]{2}-[a-z]+-[0-9])?:([0-9]{12}|aws)?:.+$")
                && arn.Length > 0)
            .Select(node => $"{node.Type} {node.Outputs["arn"].AsText}");
        Assert.That(faults, Is.Empty);
    }

    private static void Check(PropertyValue? value, Shape shape, string where, List<string> faults)
    {
        if (value is null)
        {
            faults.Add($"{where} has no value");
            return;
        }

        if (shape.Secret && !value.IsNull && value is not SecretValue)
        {
            faults.Add($"{where} is not secret");
        }

        var open = value.Unwrapped;
        if (open is NullValue)
        {
            if (!shape.Optional && shape.Kind != ShapeKind.Any)
            {
                faults.Add($"{where} is null");
            }

            return;
        }

        var legal = shape.Kind switch
        {
            ShapeKind.Text => open is TextValue,
            ShapeKind.Integer => open is NumberValue number && double.IsInteger(number.Value),
            ShapeKind.Number => open is NumberValue,
            ShapeKind.Bool => open is BoolValue,
            ShapeKind.List => open is ListValue,
            ShapeKind.Map or ShapeKind.Object => open is MapValue,
            _ => true,
        };
        if (!legal)
        {
            faults.Add($"{where} should be {shape.Kind} but is {open}");
            return;
        }

        foreach (var item in open is ListValue list ? list.Items : [])
        {
            Check(item, shape.Element!, where + "[]", faults);
        }

        if (shape.Kind == ShapeKind.Object && Shapes.Object(shape.Type!) is { } members)
        {
            foreach (var (key, member) in (MapValue)open)
            {
                if (members.TryGetValue(key, out var declared))
                {
                    Check(member, declared, $"{where}.{key}", faults);
                }
                else
                {
                    faults.Add($"{where} has the undeclared member {key}");
                }
            }
        }
    }
}
