using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Tests.Preview.Findings;

/// <summary>A small stack with findings of several severities, and the same for reports.</summary>
internal static class Houses
{
    public const string Canary = "correct-horse-battery";

    /// <summary>A stack `test` with the system `house`: an open database, a queue and a function that leaks a secret.</summary>
    public static ResourceGraph Graph { get; } = Make();

    private static ResourceGraph Make()
    {
        var stack = Node("pulumi:pulumi:Stack", "infra-test", null, "{}", custom: false);
        var house = Node("infra:house:House", "house", stack, "{}", custom: false);
        var cellar = Node("infra:house:Cellar", "house-cellar", house, "{}", custom: false);
        var database = Node("aws:rds/instance:Instance", "house-cellar-database", cellar, """{"publiclyAccessible": true, "storageEncrypted": false, "backupRetentionPeriod": 7}""");
        var second = Node("aws:rds/instance:Instance", "house-cellar-second", cellar, """{"storageEncrypted": false, "backupRetentionPeriod": 7}""");
        var inputs = ((MapValue)JsonValues.Parse($$"""{"name": "{{Canary}}", "alarmActions": []}""")).With(
            "alarmDescription", new SecretValue(Canary));
        var alarm = Node("aws:cloudwatch/metricAlarm:MetricAlarm", "house-alarm", house, inputs);
        var logs = Node("aws:cloudwatch/logGroup:LogGroup", "house-logs", house, ((MapValue)JsonValues.Parse("{}")).With("retentionInDays", PropertyValue.Unknown));
        return new ResourceGraph([stack, house, cellar, database, second, alarm, logs]);
    }

    private static ResourceNode Node(string type, string name, ResourceNode? parent, string inputs, bool custom = true) =>
        Node(type, name, parent, (MapValue)JsonValues.Parse(inputs), custom);

    private static ResourceNode Node(string type, string name, ResourceNode? parent, MapValue inputs, bool custom = true) => new()
    {
        Urn = $"urn:pulumi:test::infra::{type}::{name}",
        Type = type,
        Name = name,
        Custom = custom,
        Parent = parent,
        Inputs = inputs,
        System = "house",
    };
}
