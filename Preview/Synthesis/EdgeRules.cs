namespace Infra.Preview.Synthesis;

/// <summary>Rules of content delivery, DNS and web firewalls.</summary>
internal static class EdgeRules
{
    public const string Text = """

        aws:cloudfront/distribution:Distribution
          id = E<upper:13>
          arn = arn:aws:cloudfront::<account>:distribution/<id>
          callerReference = terraform-<digits:18><hex:8>
          continuousDeploymentPolicyId = <in:continuousDeploymentPolicyId>
          domainName = d<lower:13>.cloudfront.net
          etag = E<upper:13>
          hostedZoneId = Z2FDTNDATAQYW2
          lastModifiedTime = 2024-01-01 00:00:00 +0000 UTC
          status = Deployed
        aws:cloudfront/originAccessControl:OriginAccessControl
          @name name 64
          id = E<upper:13>
          arn = arn:aws:cloudfront::<account>:origin-access-control/<id>
          etag = E<upper:13>
        aws:cloudfront/originAccessIdentity:OriginAccessIdentity
          id = E<upper:13>
          arn = arn:aws:cloudfront::<account>:origin-access-identity/<id>
          cloudfrontAccessIdentityPath = origin-access-identity/cloudfront/<id>
          iamArn = arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity <id>
          s3CanonicalUserId = <hex:96>
          etag = E<upper:13>
        aws:cloudfront/cachePolicy:CachePolicy
          @name name 128
          id = <uuid>
          arn = arn:aws:cloudfront::<account>:cache-policy/<id>
          etag = E<upper:13>
        aws:cloudfront/originRequestPolicy:OriginRequestPolicy
          @name name 128
          id = <uuid>
          arn = arn:aws:cloudfront::<account>:origin-request-policy/<id>
          etag = E<upper:13>
        aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy
          @name name 128
          id = <uuid>
          arn = arn:aws:cloudfront::<account>:response-headers-policy/<id>
          etag = E<upper:13>
        aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy
          id = <uuid>
          arn = arn:aws:cloudfront::<account>:continuous-deployment-policy/<id>
          etag = E<upper:13>
        aws:cloudfront/function:Function
          @name name 64
          arn = arn:aws:cloudfront::<account>:function/<name>
          etag = E<upper:13>
          liveStageEtag = E<upper:13>
          status = DEPLOYED
        aws:cloudfront/keyGroup:KeyGroup
          @name name 128
          id = <uuid>
          etag = E<upper:13>
        aws:cloudfront/publicKey:PublicKey
          @name name 128
          id = K<upper:13>
          etag = E<upper:13>
        aws:cloudfront/keyValueStore:KeyValueStore
          @name name 64
          arn = arn:aws:cloudfront::<account>:key-value-store/<uuid>
          etag = E<upper:13>
        aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey
          id = <in:keyValueStoreArn>,<in:key>
        aws:cloudfront/realtimeLogConfig:RealtimeLogConfig
          id = arn:aws:cloudfront::<account>:realtime-log-config/<name>
          arn = <id>
        aws:cloudfront/monitoringSubscription:MonitoringSubscription
          id = <in:distributionId>
        aws:cloudfront/vpcOrigin:VpcOrigin
          id = vo_<mixed:22>
          arn = arn:aws:cloudfront::<account>:vpcorigin/<id>
          etag = E<upper:13>
        aws:route53/zone:Zone
          id = Z<upper:20>
          zoneId = <id>
          arn = arn:aws:route53:::hostedzone/<id>
          comment = Managed by Pulumi
          enableAcceleratedRecovery = false
          nameServers = !nameServers
          primaryNameServer = !primaryNameServer
        aws:route53/record:Record
          id = <in:zoneId>_<in:name>_<in:type>
          fqdn = !recordFqdn
          allowOverwrite = false
        aws:route53/healthCheck:HealthCheck
          id = <uuid>
          arn = arn:aws:route53:::healthcheck/<id>
        aws:route53/delegationSet:DelegationSet
          id = N<upper:20>
          arn = arn:aws:route53:::delegationset/<id>
          nameServers = !nameServers
        aws:route53/queryLog:QueryLog
          id = <uuid>
          arn = arn:aws:route53:::queryloggingconfig/<id>
        aws:route53/hostedZoneDnsSec:HostedZoneDnsSec
          id = <in:hostedZoneId>
        aws:route53/keySigningKey:KeySigningKey
          id = <in:hostedZoneId>,<name>
          digestAlgorithmMnemonic = SHA-256
          digestAlgorithmType = 2
          digestValue = <upper:64>
          flag = 257
          signingAlgorithmMnemonic = ECDSAP256SHA256
          signingAlgorithmType = 13
        aws:route53/resolverEndpoint:ResolverEndpoint
          id = rslvr-in-<hex:17>
          arn = arn:aws:route53resolver:<region>:<account>:resolver-endpoint/<id>
          resolverEndpointType = IPV4
          protocols = ["Do53"]
        aws:route53/resolverRule:ResolverRule
          id = rslvr-rr-<hex:17>
          arn = arn:aws:route53resolver:<region>:<account>:resolver-rule/<id>
          shareStatus = NOT_SHARED
        aws:route53/resolverRuleAssociation:ResolverRuleAssociation
          id = rslvr-rrassoc-<hex:17>
        aws:route53/zoneAssociation:ZoneAssociation
        aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization
          id = <in:zoneId>:<in:vpcId>
          vpcRegion = <region>
        aws:wafv2/webAcl:WebAcl
          @name name 128
          id = <uuid>
          arn = !wafArn
          applicationIntegrationUrl = <in:applicationIntegrationUrl>
          capacity = 700
        aws:wafv2/ipSet:IpSet
          @name name 128
          id = <uuid>
          arn = !wafArn
        aws:wafv2/regexPatternSet:RegexPatternSet
          @name name 128
          id = <uuid>
          arn = !wafArn
        aws:wafv2/webAclAssociation:WebAclAssociation
          id = <in:webAclArn>,<in:resourceArn>
        aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration
          id = <in:resourceArn>
        """;
}
