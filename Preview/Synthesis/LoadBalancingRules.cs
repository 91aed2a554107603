namespace Infra.Preview.Synthesis;

/// <summary>Rules of load balancers and of what stands behind them.</summary>
internal static class LoadBalancingRules
{
    public const string Text = """

        aws:lb/loadBalancer:LoadBalancer
          @name name 32
          id = !loadBalancerArn
          arn = <id>
          arnSuffix = !loadBalancerSuffix
          dnsName = !loadBalancerDns
          zoneId = !loadBalancerZone
          vpcId = vpc-<hex:17>
          internal = false
          ipAddressType = ipv4
          enforceSecurityGroupInboundRulesOnPrivateLinkTraffic = <in:enforceSecurityGroupInboundRulesOnPrivateLinkTraffic>
          enablePrefixForIpv6SourceNat = off
          secondaryIpsAutoAssignedPerSubnet = 0
        aws:lb/listener:Listener
          id = !listenerArn
          arn = <id>
          protocol = HTTP
        aws:lb/listenerRule:ListenerRule
          id = !listenerRuleArn
          arn = <id>
          priority = 1
        aws:lb/listenerCertificate:ListenerCertificate
          id = <in:listenerArn>_<in:certificateArn>
        aws:lb/targetGroup:TargetGroup
          @name name 32
          id = arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<hex:16>
          arn = <id>
          arnSuffix = targetgroup/<name>/<hex:16:id>
          connectionTermination = false
          ipAddressType = ipv4
          loadBalancingAlgorithmType = round_robin
          loadBalancingAnomalyMitigation = off
          loadBalancingCrossZoneEnabled = use_load_balancer_configuration
          preserveClientIp = <in:preserveClientIp>
          protocolVersion = HTTP1
        aws:lb/targetGroupAttachment:TargetGroupAttachment
          id = <in:targetGroupArn>-<digits:26>
        aws:lb/trustStore:TrustStore
          @name name 32
          id = arn:aws:elasticloadbalancing:<region>:<account>:truststore/<name>/<hex:16>
          arn = <id>
          arnSuffix = truststore/<name>/<hex:16:id>
        """;
}
