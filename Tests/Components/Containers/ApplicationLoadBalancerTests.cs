using System.Globalization;
using Infra.Components.Containers;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Containers;

public sealed class ApplicationLoadBalancerTests
{
    private const string ListenerType = "aws:lb/listener:Listener";
    private const string RuleType = "aws:lb/listenerRule:ListenerRule";

    [Test]
    public async Task Without_a_certificate_http_does_what_is_asked()
    {
        var run = await Create(ListenerAction.Forward("arn:tg"), null);
        var balancer = run.Only("aws:lb/loadBalancer:LoadBalancer");
        var listener = run.Only(ListenerType);
        Assert.Multiple(() =>
        {
            Assert.That(balancer["internal"], Is.EqualTo(true));
            Assert.That(balancer["loadBalancerType"], Is.EqualTo("application"));
            Assert.That(balancer["dropInvalidHeaderFields"], Is.EqualTo(true));
            Assert.That(balancer["enableDeletionProtection"], Is.EqualTo(false));
            Assert.That(balancer["idleTimeout"], Is.EqualTo(60));
            Assert.That(balancer["tags.Name"], Is.EqualTo("api-alb"));
            Assert.That(listener["port"], Is.EqualTo(80));
            Assert.That(listener["defaultActions.0.type"], Is.EqualTo("forward"));
            Assert.That(listener["defaultActions.0.targetGroupArn"], Is.EqualTo("arn:tg"));
        });
    }

    [Test]
    public async Task With_a_certificate_https_does_what_is_asked_and_http_redirects()
    {
        string? url = null, main = null;
        var run = await Create(ListenerAction.Respond(404, "Not found"), "arn:cert", balancer =>
        {
            balancer.Url.Apply(value => url = value);
            balancer.ListenerArn.Apply(value => main = value);
        });
        var listeners = run.OfType(ListenerType).ToDictionary(listener => Convert.ToInt32(listener["port"], CultureInfo.InvariantCulture));
        Assert.Multiple(() =>
        {
            Assert.That(listeners[80]["defaultActions.0.redirect.protocol"], Is.EqualTo("HTTPS"));
            Assert.That(listeners[80]["defaultActions.0.redirect.statusCode"], Is.EqualTo("HTTP_301"));
            Assert.That(listeners[443]["certificateArn"], Is.EqualTo("arn:cert"));
            Assert.That(listeners[443]["sslPolicy"], Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
            Assert.That(listeners[443]["defaultActions.0.fixedResponse.statusCode"], Is.EqualTo("404"));
            Assert.That(listeners[443]["defaultActions.0.fixedResponse.messageBody"], Is.EqualTo("Not found"));
            Assert.That(url, Does.StartWith("https://"));
            Assert.That(main, Does.EndWith("alb-https"));
        });
    }

    [Test]
    public async Task Rules_belong_to_the_listener_that_does_not_redirect()
    {
        IReadOnlyDictionary<string, Resource>? made = null;
        var run = await Create(
            ListenerAction.Respond(404, "Not found"),
            "arn:cert",
            balancer => made = balancer.Rules,
            rules:
            [
                new("api", 10, ListenerAction.Forward("arn:api")) { Hosts = ["a.example", "b.example"], Paths = ["/api", "/api/*"] },
                new("closed", 20, ListenerAction.Respond(503, "Closed")) { Hosts = ["c.example"] },
            ]);
        var rules = run.OfType(RuleType).ToDictionary(rule => rule.Name);
        Assert.Multiple(() =>
        {
            Assert.That(made!.Keys, Is.EquivalentTo(new[] { "api", "closed" }));
            Assert.That(rules.Keys, Is.EquivalentTo(new[] { "alb-api", "alb-closed" }));
            Assert.That(rules.Values.Select(rule => rule["listenerArn"]), Is.All.EqualTo("arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/alb-https"));
            Assert.That(rules["alb-api"]["priority"], Is.EqualTo(10));
            Assert.That(rules["alb-api"].Texts("conditions.0.hostHeader.values"), Is.EqualTo(new[] { "a.example", "b.example" }));
            Assert.That(rules["alb-api"].Texts("conditions.1.pathPattern.values"), Is.EqualTo(new[] { "/api", "/api/*" }));
            Assert.That(rules["alb-api"]["actions.0.type"], Is.EqualTo("forward"));
            Assert.That(rules["alb-api"]["actions.0.targetGroupArn"], Is.EqualTo("arn:api"));
            Assert.That((IReadOnlyList<object>)rules["alb-closed"]["conditions"]!, Has.Count.EqualTo(1));
            Assert.That(rules["alb-closed"]["actions.0.fixedResponse.statusCode"], Is.EqualTo("503"));
        });
    }

    [Test]
    public void Rules_that_AWS_refuses_are_refused_all_at_once() => Assert.That(
        () => Create(ListenerAction.Forward("arn:tg"), null, rules:
        [
            new("zero", 0, ListenerAction.Forward("arn:tg")) { Paths = ["/"] },
            new("empty", 7, ListenerAction.Forward("arn:tg")),
            new("crowded", 7, ListenerAction.Forward("arn:tg")) { Paths = ["/1", "/2", "/3"], Hosts = ["a.b", "c.d", "e.f"] },
        ]),
        Throws.Exception.With.Message.Contains("priority of rule 'zero' is 0")
            .And.Message.Contains("rule 'empty' names 0 hosts and paths")
            .And.Message.Contains("rule 'crowded' names 6 hosts and paths")
            .And.Message.Contains("the rules empty, crowded have priority 7"));

    [TestCase("internal-api")]
    [TestCase("an-application-load-balancer-name")]
    public void A_name_that_AWS_refuses_is_refused_first(string name) => Assert.That(
        () => Create(ListenerAction.Forward("arn:tg"), null, name: name),
        Throws.Exception.With.Message.Contains("at most 32 characters"));

    private static Task<ComponentRun> Create(
        ListenerAction action,
        string? certificate,
        Action<ApplicationLoadBalancer>? inspect = null,
        string name = "api-alb",
        IReadOnlyList<ListenerRule>? rules = null) =>
        ComponentRun.Of(options =>
        {
            var balancer = new ApplicationLoadBalancer("alb", new ApplicationLoadBalancerArgs
            {
                PhysicalName = name,
                Internal = true,
                SubnetIds = new[] { "subnet-1", "subnet-2" },
                SecurityGroupIds = "sg-1",
                DefaultAction = action,
                Rules = rules ?? [],
                CertificateArn = certificate is null ? null : (Input<string>)certificate,
            }, options);
            inspect?.Invoke(balancer);
        });
}
