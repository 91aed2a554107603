using System.Text.Json;
using Infra.Preview.Model;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusOutputPromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private MapValue Outputs => Stack.Result.Outputs["seePlusPlus"].AsMap!;

    private IReadOnlyList<string> Pending =>
        [.. Texts(Stack.Result.Outputs["pending"]).Where(sentence => sentence.StartsWith("See++: ", StringComparison.Ordinal))];

    // Promise 33.
    [Test]
    public void Production_alone_raises_alarms_and_has_where_they_go()
    {
        var alarms = Stack.OfType(AlarmType);
        var topics = Stack.OfType("aws:sns/topic:Topic");
        if (!Stack.IsProd)
        {
            Assert.That(alarms.Concat(topics), Is.Empty);
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(topics.Select(topic => topic.Inputs["name"].AsText), Is.EqualTo(new[] { "spp-prod-alarms" }));
            Assert.That(alarms.Select(alarm => alarm.Inputs["name"].AsText), Is.EquivalentTo(new[]
            {
                "spp-prod-balancer-5xx", "spp-prod-target-5xx", "spp-prod-runner-errors", "spp-prod-runner-throttles", "spp-prod-runner-duration",
            }.Concat(Services.SelectMany(service => new[] { $"spp-prod-{service}-unhealthy", $"spp-prod-{service}-cpu", $"spp-prod-{service}-memory" }))));
            Assert.That(alarms.Select(alarm => Texts(alarm.Inputs["alarmActions"])), Is.All.EqualTo(new[] { Arn(topics[0]) }));
            Assert.That(
                Stack.OfType("aws:sns/topicSubscription:TopicSubscription").Select(subscription => subscription.Inputs["endpoint"].AsText),
                Is.EqualTo(Stack.Settings.TryGetProperty("alarmEmail", out var address) ? [address.GetString()!] : Array.Empty<string>()));
        });
    }

    // Promise 33.
    [TestCase("balancer-5xx", "AWS/ApplicationELB/HTTPCode_ELB_5XX_Count", "Sum", 5)]
    [TestCase("target-5xx", "AWS/ApplicationELB/HTTPCode_Target_5XX_Count", "Sum", 5)]
    [TestCase("backend-unhealthy", "AWS/ApplicationELB/UnHealthyHostCount", "Maximum", 0)]
    [TestCase("backend-cpu", "AWS/ECS/CPUUtilization", "Average", 85)]
    [TestCase("frontend-memory", "AWS/ECS/MemoryUtilization", "Average", 85)]
    [TestCase("runner-errors", "AWS/Lambda/Errors", "Sum", 5)]
    [TestCase("runner-throttles", "AWS/Lambda/Throttles", "Sum", 0)]
    [TestCase("runner-duration", "AWS/Lambda/Duration", "p95", 100_000)]
    public void An_alarm_watches_what_the_document_lists(string name, string metric, string statistic, int threshold)
    {
        foreach (var alarm in Stack.OfType(AlarmType).Where(alarm => alarm.Inputs["name"].AsText == $"spp-prod-{name}"))
        {
            Assert.Multiple(() =>
            {
                Assert.That($"{alarm.Inputs["namespace"].AsText}/{alarm.Inputs["metricName"].AsText}", Is.EqualTo(metric));
                Assert.That(alarm.Inputs["statistic"].AsText ?? alarm.Inputs["extendedStatistic"].AsText, Is.EqualTo(statistic));
                Assert.That(alarm.Inputs["threshold"].AsNumber, Is.EqualTo(threshold));
                Assert.That(alarm.Inputs["comparisonOperator"].AsText, Is.EqualTo("GreaterThanThreshold"));
                Assert.That(alarm.Inputs["treatMissingData"].AsText, Is.EqualTo("notBreaching"));
            });
        }
    }

    // Promise 33: a dimension of something else, or one too few, is a metric that never has data.
    [Test]
    public void Alarms_watch_the_resources_of_this_stack()
    {
        if (!Stack.IsProd)
        {
            return;
        }

        var known = new[]
            {
                Stack.Only("aws:lb/loadBalancer:LoadBalancer").Output("arnSuffix").AsText,
                Stack.Only("aws:ecs/cluster:Cluster").Output("name").AsText,
                Stack.Only("aws:lambda/function:Function").Output("name").AsText,
            }
            .Concat(Stack.OfType("aws:lb/targetGroup:TargetGroup").Select(group => group.Output("arnSuffix").AsText))
            .Concat(Stack.OfType("aws:ecs/service:Service").Select(service => service.Output("name").AsText))
            .ToHashSet();
        var dimensions = Stack.OfType(AlarmType).SelectMany(alarm => alarm.Inputs["dimensions"].AsMap!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(dimensions, Has.Count.EqualTo(2 + (3 * 6) + 3));
            Assert.That(dimensions.Select(dimension => dimension.Value.AsText), Is.All.Matches<string?>(known.Contains));
        });
    }

    // Promise 34.
    [Test]
    public void Nothing_of_the_systems_later_design_is_there() => Assert.Multiple(() =>
    {
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:rds/", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Stack.Nodes.Where(node => node.Type.StartsWith("aws:servicediscovery/", StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            Stack.OfType("aws:ssm/parameter:Parameter").Select(parameter => parameter.Inputs["name"].AsText!.ToUpperInvariant()),
            Has.None.Contains("GOOGLE").And.None.Contains("OAUTH"));
    });

    // Promise 35.
    [Test]
    public void Everything_that_takes_tags_gets_the_systems_tags()
    {
        var provider = Stack.Only("aws:ecs/cluster:Cluster").ProviderNode!;
        // The engine takes a provider's nested settings as JSON texts.
        var tags = JsonDocument.Parse(provider.Inputs["defaultTags"].AsText!).RootElement.GetProperty("tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString());
        Assert.Multiple(() =>
        {
            Assert.That(tags, Is.EquivalentTo(new Dictionary<string, string> { ["Application"] = "spp", ["Environment"] = Stack.Stage, ["ManagedBy"] = "Pulumi" }));
            Assert.That(Stack.Nodes.Where(node => node.Package == "aws" && node.ProviderNode != provider).Select(node => node.Urn), Is.Empty);
            Assert.That(
                Stack.Nodes.Where(node => node.Inputs["tags"]["Application"].AsText is { } given && given != "spp").Select(node => node.Urn),
                Is.Empty);
        });
    }

    // Promise 37.
    [Test]
    public void The_system_lies_in_oregon() => Assert.That(Stack.Only("aws:ecs/cluster:Cluster").ProviderNode!.Inputs["region"].AsText, Is.EqualTo("us-west-2"));

    [Test]
    public void Outputs_tell_where_everything_is() => Assert.Multiple(() =>
    {
        var dns = Stack.Only("aws:lb/loadBalancer:LoadBalancer").Output("dnsName").AsText;
        var (main, beta) = (Stack.Domain, Stack.IsProd) switch
        {
            (null, _) => ($"http://{dns}", $"http://{dns}/beta"),
            (var domain, true) => ($"https://{domain}", $"https://beta.{domain}"),
            (var domain, false) => ($"https://legacy.test.{domain}", $"https://beta.test.{domain}"),
        };
        Assert.That(Outputs["url"].AsText, Is.EqualTo(main));
        Assert.That(Outputs["backendUrl"].AsText, Is.EqualTo($"{main}/api"));
        Assert.That(Outputs["betaUrl"].AsText, Is.EqualTo(beta));
        Assert.That(Outputs["albDnsName"].AsText, Is.EqualTo(dns));
        Assert.That(Outputs["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        Assert.That(Outputs["clusterName"].AsText, Is.EqualTo($"spp-{Stack.Stage}"));
        Assert.That(Outputs["codeRunnerFunctionName"].AsText, Is.EqualTo($"spp-trace-executor-{Stack.Stage}"));
        Assert.That(Outputs["codeRunnerFunctionArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:lambda/function:Function"))));
        Assert.That(Outputs["codeRunnerRepositoryUrl"].AsText, Is.EqualTo("123456789012.dkr.ecr.us-west-2.amazonaws.com/spp-lambda-trace"));
        Assert.That(Outputs["traceBucketName"].AsText, Is.EqualTo(Stack.Only("aws:s3/bucket:Bucket").Output("bucket").AsText));
        Assert.That(Texts(Outputs["logGroupNames"]), Is.EquivalentTo(Stack.OfType("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Inputs["name"].AsText)));
        Assert.That(
            new[] { "backendTaskRoleArn", "backendExecutionRoleArn", "codeRunnerRoleArn" }.Select(name => Outputs[name].AsText),
            Is.SubsetOf(Stack.OfType("aws:iam/role:Role").Select(Arn)));
        Assert.That(Outputs.Find("alarmTopicArn")?.AsText, Is.EqualTo(Stack.OfType("aws:sns/topic:Topic").Select(Arn).SingleOrDefault()));
    });

    [Test]
    public void What_still_waits_is_told_with_what_ends_the_wait()
    {
        string[] images = Stack.HasRealImages ? [] : ["backendImage", "frontendLegacyImage", "frontendImage"];
        var runner = Stack.CodeRunnerImageTag is null;
        var mail = Stack.IsProd && Stack.Settings.TryGetProperty("alarmEmail", out _);
        Assert.Multiple(() =>
        {
            foreach (var setting in images)
            {
                Assert.That(Pending, Has.Exactly(1).Contains($"pulumi config set --path infra:seePlusPlus.{setting} IMAGE"));
            }

            Assert.That(
                Pending,
                Has.Exactly(runner ? 1 : 0).Contains($"/spp-lambda-trace:{Stack.Stage} and set the tag: pulumi config set --path infra:seePlusPlus.codeRunnerImageTag {Stack.Stage}"));
            Assert.That(Pending, Has.Exactly(mail ? 1 : 0).Contains("Alarms are mailed to"));
            Assert.That(Pending, Has.Count.EqualTo(images.Length + (runner ? 1 : 0) + (mail ? 1 : 0)));
        });
    }

    [Test]
    public void A_missing_domain_is_warned_of() => Assert.That(
        Stack.Result.Diagnostics.Where(entry => entry.Severity == Severity.Warning).Select(entry => entry.Message),
        Has.Exactly(Stack.Domain is null ? 1 : 0).Contains("infra:seePlusPlus.domainName: Without a domain"));

    [Test]
    public async Task Unknown_outputs_change_nothing_about_which_resources_there_are()
    {
        var unknown = await Scenario.Of(Stack.Result.Stack, unknowns: true);
        Assert.That(unknown.Graph.Nodes.Select(node => node.Urn), Is.EqualTo(Stack.Result.Graph.Nodes.Select(node => node.Urn)));
    }
}
