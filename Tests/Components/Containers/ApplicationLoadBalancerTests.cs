using System.Globalization;
using Infra.Components.Containers;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Components.Containers;

public sealed class ApplicationLoadBalancerTests
{
    private const string ListenerType = "aws:lb/listener:Listener";

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

    [TestCase("internal-api")]
    [TestCase("an-application-load-balancer-name")]
    public void A_name_that_AWS_refuses_is_refused_first(string name) => Assert.That(
        () => Create(ListenerAction.Forward("arn:tg"), null, name: name),
        Throws.Exception.With.Message.Contains("at most 32 characters"));

    private static Task<ComponentRun> Create(ListenerAction action, string? certificate, Action<ApplicationLoadBalancer>? inspect = null, string name = "api-alb") =>
        ComponentRun.Of(options =>
        {
            var balancer = new ApplicationLoadBalancer("alb", new ApplicationLoadBalancerArgs
            {
                PhysicalName = name,
                Internal = true,
                SubnetIds = new[] { "subnet-1", "subnet-2" },
                SecurityGroupIds = "sg-1",
                DefaultAction = action,
                CertificateArn = certificate is null ? null : (Input<string>)certificate,
            }, options);
            inspect?.Invoke(balancer);
        });
}
