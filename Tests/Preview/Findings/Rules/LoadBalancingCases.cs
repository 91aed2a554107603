using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>Load balancers.</summary>
internal static class LoadBalancingCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("elb-public-listener-encrypted")
        {
            Compliant = """
                lb/loadBalancer:LoadBalancer lb {"internal": false, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "redirect", "redirect": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}]}
                """,
            Violating = """
                lb/loadBalancer:LoadBalancer lb {"internal": false, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "forward", "targetGroupArn": "arn:1"}]}
                """,
            Missing = """
                lb/loadBalancer:LoadBalancer lb {"name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "defaultActions": [{"type": "forward", "targetGroupArn": "arn:1"}]}
                """,
        },
        new("elb-public-listener-encrypted")
        {
            Compliant = """
                lb/loadBalancer:LoadBalancer lb {"internal": false, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTPS", "certificateArn": "arn:1"}
                """,
            Violating = """
                lb/loadBalancer:LoadBalancer lb {"internal": false, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "redirect", "redirect": {"protocol": "HTTP", "host": "other", "statusCode": "HTTP_301"}}]}
                """,
            Missing = """
                lb/loadBalancer:LoadBalancer lb {"internal": true, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "forward", "targetGroupArn": "arn:1"}]}
                """,
            MissingIs = VerdictKind.NotApplicable,
        },
        new("elb-internal-listener-encrypted")
        {
            Compliant = """
                lb/loadBalancer:LoadBalancer lb {"internal": true, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTPS", "certificateArn": "arn:1"}
                """,
            Violating = """
                lb/loadBalancer:LoadBalancer lb {"internal": true, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "forward", "targetGroupArn": "arn:1"}]}
                """,
            Missing = """
                lb/loadBalancer:LoadBalancer lb {"internal": false, "name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "forward", "targetGroupArn": "arn:1"}]}
                """,
            MissingIs = VerdictKind.NotApplicable,
        },
        new("elb-header-defences")
        {
            Compliant = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "dropInvalidHeaderFields": true, "desyncMitigationMode": "strictest"}""",
            Violating = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "dropInvalidHeaderFields": true, "desyncMitigationMode": "monitor"}""",
            Missing = """lb/loadBalancer:LoadBalancer lb {"name": "lb"}""",
        },
        new("elb-header-defences")
        {
            Compliant = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "dropInvalidHeaderFields": true}""",
            Violating = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "dropInvalidHeaderFields": false}""",
            Missing = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "loadBalancerType": "network"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("elb-access-logs")
        {
            Compliant = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "accessLogs": {"bucket": "logs", "enabled": true}}""",
            Violating = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "accessLogs": {"bucket": "logs", "enabled": false}}""",
            Missing = """lb/loadBalancer:LoadBalancer lb {"name": "lb"}""",
        },
        new("elb-deletion-protection")
        {
            Compliant = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "enableDeletionProtection": true}""",
            Violating = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "enableDeletionProtection": false, "tags": {"Environment": "production"}}""",
            Missing = """lb/loadBalancer:LoadBalancer lb {"name": "lb", "tags": {"environment": "staging"}}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("elb-two-zones")
        {
            Compliant = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/subnet:Subnet c {"availabilityZone": "us-east-1a"}
                lb/loadBalancer:LoadBalancer lb {"name": "lb", "subnets": ["@a", "@b"]}
                """,
            Violating = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/subnet:Subnet c {"availabilityZone": "us-east-1a"}
                lb/loadBalancer:LoadBalancer lb {"name": "lb", "subnets": ["@a", "@c"]}
                """,
            Missing = """lb/loadBalancer:LoadBalancer lb {"name": "lb"}""",
        },
        new("elb-tls-policy")
        {
            Compliant = """
                lb/loadBalancer:LoadBalancer lb {"name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}
                """,
            Violating = """
                lb/loadBalancer:LoadBalancer lb {"name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-2016-08"}
                """,
            Missing = """
                lb/loadBalancer:LoadBalancer lb {"name": "lb"}
                lb/listener:Listener http {"loadBalancerArn": "@lb.arn", "port": 80, "protocol": "HTTPS"}
                """,
        },
    ];
}
