using Infra.Preview.Diagrams.Building;
using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Preview.Diagrams;

public sealed class ArrowTests
{
    [Test]
    public void Traffic_runs_from_a_listener_to_the_services_of_its_target_groups()
    {
        var sketch = new Sketch();
        var balancer = sketch.Add("aws:lb/loadBalancer:LoadBalancer", "balancer");
        var group = sketch.Add("aws:lb/targetGroup:TargetGroup", "targets", """{"port":8080}""");
        var other = sketch.Add("aws:lb/targetGroup:TargetGroup", "others", """{"port":9090}""");
        var listener = sketch.Add("aws:lb/listener:Listener", "listener", $$"""{"loadBalancerArn":"{{Sketch.Arn(balancer)}}","defaultActions":[{"type":"forward","targetGroupArn":"{{Sketch.Arn(group)}}"}]}""");
        sketch.Add("aws:lb/listenerRule:ListenerRule", "rule", $$"""{"listenerArn":"{{Sketch.Arn(listener)}}","actions":[{"type":"forward","forward":{"targetGroups":[{"arn":"{{Sketch.Arn(other)}}"}]} }]}""");
        sketch.Add("aws:ecs/service:Service", "one", $$"""{"loadBalancers":[{"targetGroupArn":"{{Sketch.Arn(group)}}"}]}""");
        sketch.Add("aws:ecs/service:Service", "two", $$"""{"loadBalancers":[{"targetGroupArn":"{{Sketch.Arn(other)}}"}]}""");
        sketch.Add("aws:ecs/service:Service", "three");

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EquivalentTo(new[] { "Traffic: balancer -> one [8080]", "Traffic: balancer -> two [9090]" }));
    }

    [Test]
    public void Traffic_runs_where_a_security_group_lets_it()
    {
        var sketch = new Sketch();
        var (client, server) = (sketch.Add("aws:ec2/securityGroup:SecurityGroup", "client"), sketch.Add("aws:ec2/securityGroup:SecurityGroup", "server"));
        sketch.Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in", $$"""{"securityGroupId":"{{server.Id}}","referencedSecurityGroupId":"{{client.Id}}","ipProtocol":"tcp","fromPort":5432,"toPort":5432}""");
        sketch.Add("aws:lambda/function:Function", "caller", $$"""{"vpcConfig":{"securityGroupIds":["{{client.Id}}"]} }""");
        sketch.Add("aws:lambda/function:Function", "told", $$"""{"environment":{"variables":{"GROUP":"{{client.Id}}"} } }""");
        sketch.Add("aws:rds/instance:Instance", "database", $$"""{"engine":"postgres","vpcSecurityGroupIds":["{{server.Id}}"]}""");

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EqualTo(new[] { "Traffic: caller -> database [5432]" }), "Who only knows the group is not in it.");
    }

    [TestCase("false", "Traffic: Clients on the internet -> balancer [443]")]
    [TestCase("true")]
    public void The_internet_reaches_no_internal_load_balancer(string isInternal, params string[] expected)
    {
        var sketch = new Sketch();
        var group = sketch.Add("aws:ec2/securityGroup:SecurityGroup", "open");
        sketch.Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in", $$"""{"securityGroupId":"{{group.Id}}","cidrIpv4":"0.0.0.0/0","ipProtocol":"tcp","fromPort":443,"toPort":443}""");
        sketch.Add("aws:lb/loadBalancer:LoadBalancer", "balancer", $$"""{"internal":{{isInternal}},"securityGroups":["{{group.Id}}"]}""");

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EqualTo(expected));
    }

    [Test]
    public void Events_run_from_rules_queues_and_alarms()
    {
        var sketch = new Sketch();
        var function = sketch.Add("aws:lambda/function:Function", "job");
        var rule = sketch.Add("aws:cloudwatch/eventRule:EventRule", "hourly", """{"scheduleExpression":"rate(1 hour)"}""");
        sketch.Add("aws:cloudwatch/eventTarget:EventTarget", "target", $$"""{"rule":"{{rule.Id}}","arn":"{{Sketch.Arn(function)}}"}""");
        var dead = sketch.Add("aws:sqs/queue:Queue", "dead");
        var queue = sketch.Add("aws:sqs/queue:Queue", "work", MapValue.Of(("redrivePolicy", $$"""{"deadLetterTargetArn":"{{Sketch.Arn(dead)}}","maxReceiveCount":3}""")), ("redrivePolicy", dead));
        sketch.Add("aws:lambda/eventSourceMapping:EventSourceMapping", "source", $$"""{"eventSourceArn":"{{Sketch.Arn(queue)}}","functionName":"{{Sketch.Arn(function)}}"}""");
        var topic = sketch.Add("aws:sns/topic:Topic", "alerts");
        sketch.Add("aws:cloudwatch/metricAlarm:MetricAlarm", "depth", $$"""{"alarmActions":["{{Sketch.Arn(topic)}}"]}""");

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EquivalentTo(new[]
        {
            "Event: hourly -> job []", "Event: work -> dead [dead letters]", "Event: work -> job []", "Event: depth -> alerts [alarm]",
        }));
    }

    [Test]
    public void Data_runs_along_environment_and_secrets_but_not_along_glue()
    {
        var sketch = new Sketch();
        var (table, secret, logs) = (sketch.Add("aws:dynamodb/table:Table", "orders"), sketch.Add("aws:secretsmanager/secret:Secret", "key"), sketch.Add("aws:cloudwatch/logGroup:LogGroup", "logs"));
        sketch.Add("aws:lambda/function:Function", "job", "{}", ("environment", table), ("environment", secret), ("environment", logs), ("tags", table));

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EquivalentTo(new[] { "Data: job -> orders [environment]", "Data: job -> key [secret]" }));
    }

    [Test]
    public void Permissions_say_who_may_do_what_and_nothing_more()
    {
        var sketch = new Sketch();
        var role = sketch.Add("aws:iam/role:Role", "role");
        var (orders, others, bucket) = (sketch.Add("aws:dynamodb/table:Table", "orders"), sketch.Add("aws:dynamodb/table:Table", "others"), sketch.Add("aws:s3/bucket:Bucket", "files"));
        sketch.Add("aws:lambda/function:Function", "job", $$"""{"role":"{{Sketch.Arn(role)}}"}""");
        Policy(sketch, role, $$"""
            {"Statement":[
              {"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem","dynamodb:Query"],"Resource":"{{Sketch.Arn(orders)}}"},
              {"Effect":"Deny","Action":"dynamodb:*","Resource":"{{Sketch.Arn(others)}}"},
              {"Effect":"Allow","Action":"s3:GetObject","Resource":["{{Sketch.Arn(bucket)}}/*"]},
              {"Effect":"Allow","Action":"dynamodb:ListTables","Resource":"*"}]}
            """);

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EquivalentTo(new[] { "Permission: job -> orders [read, write]", "Permission: job -> files [read]" }));
    }

    [Test]
    public void A_policy_that_is_unknown_still_says_what_it_is_about()
    {
        var sketch = new Sketch();
        var role = sketch.Add("aws:iam/role:Role", "role");
        var table = sketch.Add("aws:dynamodb/table:Table", "orders");
        sketch.Add("aws:lambda/function:Function", "job", $$"""{"role":"{{Sketch.Arn(role)}}"}""");
        sketch.Add("aws:iam/rolePolicy:RolePolicy", "policy", MapValue.Of(("role", role.Id), ("policy", PropertyValue.Unknown)), ("policy", table));

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EqualTo(new[] { "Permission: job -> orders [access]" }));
    }

    [Test]
    public void Of_all_that_leads_from_one_node_to_another_one_arrow_is_drawn()
    {
        var sketch = new Sketch();
        var role = sketch.Add("aws:iam/role:Role", "role");
        var queue = sketch.Add("aws:sqs/queue:Queue", "work");
        sketch.Add("aws:lambda/function:Function", "job", $$"""{"role":"{{Sketch.Arn(role)}}"}""", ("environment", queue));
        Policy(sketch, role, $$"""{"Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"{{Sketch.Arn(queue)}}"} }""");

        Assert.That(Sketch.Arrows(sketch.Diagram), Is.EqualTo(new[] { "Data: job -> work [environment, send]" }));
    }

    [TestCase("arn:aws:s3:::files", true)]
    [TestCase("arn:aws:s3:::files/*", true)]
    [TestCase("arn:aws:s3:::fil*", true)]
    [TestCase("arn:aws:s3:::files-of-others", false)]
    [TestCase("arn:aws:s3:::*", false, Description = "Everything is nothing in particular.")]
    [TestCase("*", false)]
    public void A_pattern_covers_what_it_names(string pattern, bool covers) =>
        Assert.That(PolicyReach.Covers(pattern, "arn:aws:s3:::files"), Is.EqualTo(covers));

    private static void Policy(Sketch sketch, ResourceNode role, string document) =>
        sketch.Add("aws:iam/rolePolicy:RolePolicy", "policy", MapValue.Of(("role", role.Id), ("policy", document)));
}
