using Infra.Preview.Model;
using NUnit.Framework;

namespace Infra.Tests.Systems.SeePlusPlus;

internal sealed class SeePlusPlusFrontDoorPromises(string stackName) : SeePlusPlusPromises(stackName)
{
    private const string ListenerType = "aws:lb/listener:Listener";
    private const string RuleType = "aws:lb/listenerRule:ListenerRule";
    private const string RecordType = "aws:route53/record:Record";

    private string[] HostNames => (Stack.Domain, Stack.IsProd) switch
    {
        (null, _) => [],
        (var domain, true) => [domain, $"legacy.{domain}", $"beta.{domain}"],
        (var domain, false) => [$"*.test.{domain}"],
    };

    // Promise 5.
    [Test]
    public void One_load_balancer_faces_the_internet_and_is_patient()
    {
        var balancer = Stack.Only("aws:lb/loadBalancer:LoadBalancer").Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(balancer["name"].AsText, Is.EqualTo($"spp-{Stack.Stage}"));
            Assert.That(balancer["loadBalancerType"].AsText, Is.EqualTo("application"));
            Assert.That(balancer["internal"].AsBool, Is.False);
            Assert.That(balancer["idleTimeout"].AsNumber, Is.EqualTo(300));
            Assert.That(balancer["dropInvalidHeaderFields"].AsBool, Is.True);
            Assert.That(balancer["enableDeletionProtection"].AsBool, Is.EqualTo(Stack.IsProd));
            Assert.That(Texts(balancer["subnets"]), Is.EquivalentTo(SubnetsOf(isPublic: true).Select(Id)));
            Assert.That(Texts(balancer["securityGroups"]), Is.EqualTo(new[] { Id(SecurityGroup("balancer")) }));
        });
    }

    // Promise 9.
    [TestCase(Backend, 3000, "/api", 130)]
    [TestCase(Legacy, 80, "/", 60)]
    [TestCase(Frontend, 80, "/", 60)]
    public void Each_service_has_a_target_group_that_checks_its_health(string service, int port, string path, int deregistrationSeconds)
    {
        var group = TargetGroup(service).Inputs;
        Assert.Multiple(() =>
        {
            Assert.That(Stack.OfType("aws:lb/targetGroup:TargetGroup"), Has.Count.EqualTo(3));
            Assert.That(group["targetType"].AsText, Is.EqualTo("ip"));
            Assert.That(group["protocol"].AsText, Is.EqualTo("HTTP"));
            Assert.That(group["port"].AsNumber, Is.EqualTo(port));
            Assert.That(group["healthCheck"]["path"].AsText, Is.EqualTo(path));
            Assert.That(group["healthCheck"]["matcher"].AsText, Is.EqualTo("200"));
            Assert.That(group["deregistrationDelay"].AsNumber, Is.EqualTo(deregistrationSeconds));
            Assert.That(group["vpcId"].AsText, Is.EqualTo(Id(Stack.Only("aws:ec2/vpc:Vpc"))));
        });
    }

    // Promise 10.
    [Test]
    public void Https_uses_an_issued_certificate_and_http_redirects_to_it()
    {
        var listeners = Stack.OfType(ListenerType).ToDictionary(listener => (int)listener.Inputs["port"].AsNumber!);
        if (Stack.Domain is null)
        {
            Assert.That(listeners.Keys, Is.EqualTo(new[] { 80 }));
            Assert.That(listeners[80].Inputs["protocol"].AsText, Is.EqualTo("HTTP"));
            return;
        }

        var (http, https) = (listeners[80].Inputs, listeners[443].Inputs);
        Assert.Multiple(() =>
        {
            Assert.That(listeners, Has.Count.EqualTo(2));
            Assert.That(https["protocol"].AsText, Is.EqualTo("HTTPS"));
            Assert.That(https["sslPolicy"].AsText, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
            Assert.That(https["certificateArn"].AsText, Is.EqualTo(Stack.Only("aws:acm/certificateValidation:CertificateValidation").Output("certificateArn").AsText));
            Assert.That(http["defaultActions"][0]["type"].AsText, Is.EqualTo("redirect"));
            Assert.That(http["defaultActions"][0]["redirect"]["protocol"].AsText, Is.EqualTo("HTTPS"));
            Assert.That(http["defaultActions"][0]["redirect"]["port"].AsText, Is.EqualTo("443"));
            Assert.That(http["defaultActions"][0]["redirect"]["statusCode"].AsText, Is.EqualTo("HTTP_301"));
        });
    }

    [Test]
    public void What_no_rule_takes_is_answered_with_404()
    {
        var action = Stack.OfType(ListenerType).Single(listener => listener.Inputs["port"].AsNumber == (Stack.Domain is null ? 80 : 443)).Inputs["defaultActions"][0];
        Assert.Multiple(() =>
        {
            Assert.That(action["type"].AsText, Is.EqualTo("fixed-response"));
            Assert.That(action["fixedResponse"]["statusCode"].AsText, Is.EqualTo("404"));
        });
    }

    // Promise 11.
    [Test]
    public void The_api_goes_before_everything_that_takes_every_path()
    {
        var api = Rule(Backend);
        Assert.Multiple(() =>
        {
            Assert.That(Paths(api), Is.EqualTo(new[] { "/api", "/api/*" }));
            Assert.That(api.Inputs["priority"].AsNumber, Is.EqualTo(10));
            foreach (var rule in Stack.OfType(RuleType).Where(rule => rule != api))
            {
                Assert.That(rule.Inputs["priority"].AsNumber, Is.GreaterThan(api.Inputs["priority"].AsNumber!.Value), rule.Name);
            }
        });
    }

    // Promise 12.
    [Test]
    public void Hosts_lead_to_the_documented_services()
    {
        var (api, beta, legacy) = (Rule(Backend), Rule(Frontend), Rule(Legacy));
        Assert.Multiple(() =>
        {
            Assert.That(beta.Inputs["priority"].AsNumber, Is.EqualTo(20));
            Assert.That(legacy.Inputs["priority"].AsNumber, Is.EqualTo(30));
            Assert.That(Hosts(api), Is.EquivalentTo(HostNames));
            switch (Stack.Domain, Stack.IsProd)
            {
                case (null, _):
                    Assert.That(Hosts(beta).Concat(Hosts(legacy)), Is.Empty);
                    Assert.That(Paths(beta), Is.EqualTo(new[] { "/beta", "/beta/*" }));
                    Assert.That(Paths(legacy), Is.EqualTo(new[] { "/*" }));
                    break;
                case (var domain, true):
                    Assert.That(Hosts(beta), Is.EqualTo(new[] { $"beta.{domain}" }));
                    Assert.That(Hosts(legacy), Is.EqualTo(new[] { domain, $"legacy.{domain}" }));
                    break;
                case (var domain, false):
                    Assert.That(Hosts(beta), Is.EqualTo(new[] { $"beta.test.{domain}" }));
                    Assert.That(Hosts(legacy), Is.EqualTo(new[] { $"*.test.{domain}" }));
                    break;
            }
        });
    }

    // Promise 13.
    [Test]
    public void Every_rule_has_a_priority_of_its_own_and_a_target_group_of_the_stack()
    {
        var rules = Stack.OfType(RuleType);
        var main = Stack.OfType(ListenerType).Single(listener => listener.Inputs["port"].AsNumber == (Stack.Domain is null ? 80 : 443));
        Assert.Multiple(() =>
        {
            Assert.That(rules, Has.Count.EqualTo(3));
            Assert.That(rules.Select(rule => rule.Inputs["priority"].AsNumber), Is.Unique);
            Assert.That(rules.Select(rule => rule.Inputs["listenerArn"].AsText), Is.All.EqualTo(Arn(main)));
            Assert.That(
                rules.Select(rule => rule.Inputs["actions"][0]["targetGroupArn"].AsText),
                Is.EquivalentTo(Stack.OfType("aws:lb/targetGroup:TargetGroup").Select(Arn)));
        });
    }

    // Promise 14.
    [Test]
    public void The_certificate_covers_every_host_and_is_proven_by_one_record_a_name()
    {
        var validations = Stack.OfType("aws:acm/certificateValidation:CertificateValidation");
        if (Stack.Domain is null)
        {
            Assert.That(validations.Concat(Stack.OfType("aws:acm/certificate:Certificate")), Is.Empty);
            return;
        }

        var certificate = Stack.Only("aws:acm/certificate:Certificate").Inputs;
        var covered = Texts(certificate["subjectAlternativeNames"]).Append(certificate["domainName"].AsText!).ToList();
        var proofs = Stack.OfType(RecordType).Where(record => record.Inputs["type"].AsText == "CNAME").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(certificate["validationMethod"].AsText, Is.EqualTo("DNS"));
            Assert.That(covered, Is.EquivalentTo(HostNames));
            foreach (var host in Stack.OfType(RuleType).SelectMany(Hosts))
            {
                Assert.That(covered.Any(name => name == host || (name.StartsWith("*.", StringComparison.Ordinal) && host.Split('.', 2)[1] == name[2..])), host);
            }

            Assert.That(proofs.Select(record => record.Inputs["name"].AsText), Is.Unique);
            Assert.That(proofs, Has.Count.EqualTo(HostNames.Length));
            Assert.That(validations, Has.Count.EqualTo(1));
            Assert.That(Texts(validations[0].Inputs["validationRecordFqdns"]), Is.EquivalentTo(proofs.Select(record => record.Output("fqdn").AsText)));
            Assert.That(validations[0].Inputs["certificateArn"].AsText, Is.EqualTo(Arn(Stack.Only("aws:acm/certificate:Certificate"))));
        });
    }

    // Promise 15.
    [Test]
    public void Every_host_name_leads_to_the_load_balancer()
    {
        var records = Stack.OfType(RecordType).Where(record => record.Inputs["type"].AsText != "CNAME").ToList();
        var balancer = Stack.Only("aws:lb/loadBalancer:LoadBalancer");
        Assert.Multiple(() =>
        {
            Assert.That(records.Select(record => record.Inputs["name"].AsText), Is.EquivalentTo(HostNames));
            Assert.That(records.Select(record => record.Inputs["type"].AsText), Is.All.EqualTo("A"));
            Assert.That(records.Select(record => record.Inputs["aliases"][0]["name"].AsText), Is.All.EqualTo(balancer.Output("dnsName").AsText));
            Assert.That(records.Select(record => record.Inputs["aliases"][0]["zoneId"].AsText), Is.All.EqualTo(balancer.Output("zoneId").AsText));
            Assert.That(Stack.OfType(RecordType).Select(record => record.Inputs["zoneId"].AsText).Distinct().ToList(), Has.Count.EqualTo(Stack.Domain is null ? 0 : 1));
        });
    }

    // Promise 38.
    [Test]
    public void The_https_listener_waits_for_the_certificate_to_be_issued()
    {
        foreach (var listener in Stack.OfType(ListenerType).Where(listener => listener.Inputs["port"].AsNumber == 443))
        {
            Assert.That(listener.Dependencies, Does.Contain(Stack.Only("aws:acm/certificateValidation:CertificateValidation").Urn));
        }

        Assert.That(Stack.OfType(ListenerType), Has.Count.EqualTo(Stack.Domain is null ? 1 : 2));
    }

    private ResourceNode Rule(string service) => Stack.OfType(RuleType).Single(rule => rule.Inputs["actions"][0]["targetGroupArn"].AsText == Arn(TargetGroup(service)));

    private static IReadOnlyList<string> Hosts(ResourceNode rule) => Values(rule, "hostHeader");

    private static IReadOnlyList<string> Paths(ResourceNode rule) => Values(rule, "pathPattern");

    private static IReadOnlyList<string> Values(ResourceNode rule, string condition) =>
        [.. rule.Inputs["conditions"].AsList!.SelectMany(one => one[condition]["values"].AsList?.Texts ?? [])];
}
