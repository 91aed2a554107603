namespace Infra.Preview.Synthesis;

/// <summary>Rules of functions, containers, clusters and scaling.</summary>
internal static class ComputeRules
{
    public const string Text = """

        aws:lambda/function:Function
          @name name 64
          arn = arn:aws:lambda:<region>:<account>:function:<name>
          invokeArn = arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<out:arn>/invocations
          responseStreamingInvokeArn = arn:aws:apigateway:<region>:lambda:path/2021-11-15/functions/<out:arn>/response-streaming-invocations
          qualifiedArn = <out:arn>:<out:version>
          qualifiedInvokeArn = arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<out:qualifiedArn>/invocations
          version = !lambdaVersion
          architectures = ["x86_64"]
          codeSha256 = <mixed:43>=
          sourceCodeHash = <mixed:43:codeSha256>=
          sourceCodeSize = 1024
          ephemeralStorage = {"size":512}
          tracingConfig = {"mode":"PassThrough"}
          loggingConfig = {"logFormat":"Text","logGroup":"/aws/lambda/<name>"}
          lastModified = 2024-01-01T00:00:00.000+0000
          signingJobArn = <in:signingJobArn>
          signingProfileVersionArn = <in:signingProfileVersionArn>
        aws:lambda/functionUrl:FunctionUrl
          id = <last:functionName>
          functionArn = arn:aws:lambda:<region>:<account>:function:<last:functionName>
          functionUrl = https://<out:urlId>.lambda-url.<region>.on.aws/
          urlId = <lower:32>
        aws:lambda/permission:Permission
          @name statementId 100 prefix=statementIdPrefix
        aws:lambda/alias:Alias
          id = arn:aws:lambda:<region>:<account>:function:<last:functionName>:<name>
          arn = <id>
          invokeArn = arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<id>/invocations
        aws:lambda/layerVersion:LayerVersion
          id = <out:arn>
          arn = <out:layerArn>:1
          layerArn = arn:aws:lambda:<region>:<account>:layer:<in:layerName>
          version = 1
          codeSha256 = <mixed:43>=
          sourceCodeHash = <mixed:43:codeSha256>=
          sourceCodeSize = 1024
          createdDate = 2024-01-01T00:00:00.000+0000
          signingJobArn = <in:signingJobArn>
          signingProfileVersionArn = <in:signingProfileVersionArn>
        aws:lambda/eventSourceMapping:EventSourceMapping
          id = <uuid>
          uuid = <id>
          arn = arn:aws:lambda:<region>:<account>:event-source-mapping:<id>
          functionArn = arn:aws:lambda:<region>:<account>:function:<last:functionName>
          lastProcessingResult = No records processed
          state = Enabled
          stateTransitionReason = USER_INITIATED
          maximumRetryAttempts = -1
          maximumRecordAgeInSeconds = -1
        aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig
        aws:lambda/functionRecursionConfig:FunctionRecursionConfig
        aws:lambda/runtimeManagementConfig:RuntimeManagementConfig
          id = <last:functionName>
          functionArn = arn:aws:lambda:<region>:<account>:function:<last:functionName>
        aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig
          id = <last:functionName>,<in:qualifier>
        aws:lambda/codeSigningConfig:CodeSigningConfig
          id = arn:aws:lambda:<region>:<account>:code-signing-config:csc-<hex:17>
          arn = <id>
          configId = csc-<hex:17:id>
        aws:lambda/invocation:Invocation
          result = {}
        aws:ecs/cluster:Cluster
          id = arn:aws:ecs:<region>:<account>:cluster/<name>
          arn = <id>
        aws:ecs/service:Service
          id = arn:aws:ecs:<region>:<account>:service/<last:cluster|default>/<name>
          arn = <id>
          cluster = arn:aws:ecs:<region>:<account>:cluster/default
          availabilityZoneRebalancing = ENABLED
          launchType = EC2
          platformVersion = LATEST
          iamRole = /aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS
        aws:ecs/taskDefinition:TaskDefinition
          id = <in:family>
          arn = arn:aws:ecs:<region>:<account>:task-definition/<in:family>:1
          arnWithoutRevision = arn:aws:ecs:<region>:<account>:task-definition/<in:family>
          revision = 1
          networkMode = bridge
          enableFaultInjection = false
        aws:ecs/capacityProvider:CapacityProvider
          id = arn:aws:ecs:<region>:<account>:capacity-provider/<name>
          arn = <id>
        aws:ecs/clusterCapacityProviders:ClusterCapacityProviders
          id = <in:clusterName>
        aws:ecs/expressGatewayService:ExpressGatewayService
          @name serviceName 255
          id = <out:serviceArn>
          serviceArn = arn:aws:ecs:<region>:<account>:service/<last:cluster|default>/<name>
          serviceRevisionArn = arn:aws:ecs:<region>:<account>:service-revision/<last:cluster|default>/<name>/<digits:19>
          currentDeployment = arn:aws:ecs:<region>:<account>:service-deployment/<last:cluster|default>/<name>/<mixed:21>
          cluster = default
          cpu = 256
          memory = 512
          healthCheckPath = /ping
        aws:ecs/taskSet:TaskSet
          taskSetId = ecs-svc/<digits:19>
          id = <out:taskSetId>,<in:service>,<in:cluster>
          arn = arn:aws:ecs:<region>:<account>:task-set/<last:cluster>/<last:service>/<out:taskSetId>
        aws:ecs/accountSettingDefault:AccountSettingDefault
          principalArn = arn:aws:iam::<account>:root
          id = <in:name>
        aws:ecs/tag:Tag
          id = <in:resourceArn>,<in:key>
        aws:ecr/repository:Repository
          @name name 256 lower
          arn = arn:aws:ecr:<region>:<account>:repository/<name>
          repositoryUrl = <account>.dkr.ecr.<region>.amazonaws.com/<name>
        aws:ecr/repositoryPolicy:RepositoryPolicy
        aws:ecr/lifecyclePolicy:LifecyclePolicy
          id = <in:repository>
        aws:ecr/registryPolicy:RegistryPolicy
        aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration
        aws:ecr/replicationConfiguration:ReplicationConfiguration
          id = <account>
        aws:ecr/pullThroughCacheRule:PullThroughCacheRule
          id = <in:ecrRepositoryPrefix>
        aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate
          id = <in:prefix>
        aws:ecrpublic/repository:Repository
          id = <in:repositoryName>
          arn = arn:aws:ecr-public::<account>:repository/<in:repositoryName>
          repositoryUri = public.ecr.aws/<lower:8>/<in:repositoryName>
        aws:ecrpublic/repositoryPolicy:RepositoryPolicy
          id = <in:repositoryName>
        aws:apprunner/service:Service
          id = arn:aws:apprunner:<region>:<account>:service/<in:serviceName>/<out:serviceId>
          arn = <id>
          serviceId = <hex:32>
          serviceUrl = <lower:10>.<region>.awsapprunner.com
          status = RUNNING
          autoScalingConfigurationArn = arn:aws:apprunner:<region>:<account>:autoscalingconfiguration/DefaultConfiguration/1/00000000000000000000000000000001
        aws:apprunner/vpcConnector:VpcConnector
          id = arn:aws:apprunner:<region>:<account>:vpcconnector/<in:vpcConnectorName>/1/<hex:32>
          arn = <id>
          vpcConnectorRevision = 1
        aws:apprunner/connection:Connection
          id = <in:connectionName>
          arn = arn:aws:apprunner:<region>:<account>:connection/<in:connectionName>/<hex:32>
          status = PENDING_HANDSHAKE
        aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion
          id = arn:aws:apprunner:<region>:<account>:autoscalingconfiguration/<in:autoScalingConfigurationName>/1/<hex:32>
          arn = <id>
        aws:apprunner/observabilityConfiguration:ObservabilityConfiguration
          id = arn:aws:apprunner:<region>:<account>:observabilityconfiguration/<in:observabilityConfigurationName>/1/<hex:32>
          arn = <id>
        aws:apprunner/vpcIngressConnection:VpcIngressConnection
          id = arn:aws:apprunner:<region>:<account>:vpcingressconnection/<name>/<hex:32>
          arn = <id>
          domainName = <lower:10>.<region>.awsapprunner.com
          status = AVAILABLE
        aws:apprunner/customDomainAssociation:CustomDomainAssociation
          id = <in:domainName>,<in:serviceArn>
          dnsTarget = <lower:10>.<region>.awsapprunner.com
          status = pending_certificate_dns_validation
          certificateValidationRecords = [{"name":"_<hex:32:n>.<in:domainName>.","type":"CNAME","value":"_<hex:32:v>.<lower:10:z>.acm-validations.aws.","status":"PENDING_VALIDATION"}]
        aws:eks/cluster:Cluster
          @name name 100
          arn = arn:aws:eks:<region>:<account>:cluster/<name>
          certificateAuthority = !clusterCertificate
          clusterId = <in:clusterId>
          createdAt = <time>
          endpoint = https://<upper:32:oidc>.gr7.<region>.eks.amazonaws.com
          identities = [{"oidcs":[{"issuer":"https://oidc.eks.<region>.amazonaws.com/id/<upper:32:oidc>"}]}]
          platformVersion = eks.1
          status = ACTIVE
          version = 1.33
          vpcConfig = !clusterNetwork
          deletionProtection = false
          kubernetesNetworkConfig = {"serviceIpv4Cidr":"172.20.0.0/16","serviceIpv6Cidr":"","ipFamily":"ipv4"}
          upgradePolicy = {"supportType":"EXTENDED"}
          accessConfig = {"authenticationMode":"API_AND_CONFIG_MAP"}
        aws:eks/nodeGroup:NodeGroup
          @name nodeGroupName 63 prefix=nodeGroupNamePrefix
          id = <in:clusterName>:<name>
          arn = arn:aws:eks:<region>:<account>:nodegroup/<in:clusterName>/<name>/<uuid>
          resources = [{"autoscalingGroups":[{"name":"eks-<name>-<uuid:arn>"}],"remoteAccessSecurityGroupId":""}]
          status = ACTIVE
          amiType = AL2023_x86_64_STANDARD
          capacityType = ON_DEMAND
          diskSize = 20
          instanceTypes = ["t3.medium"]
          releaseVersion = 1.33.0-20250701
          version = 1.33
        aws:eks/addon:Addon
          id = <in:clusterName>:<in:addonName>
          arn = arn:aws:eks:<region>:<account>:addon/<in:clusterName>/<in:addonName>/<uuid>
          addonVersion = v1.0.0-eksbuild.1
          configurationValues = <in:configurationValues>
        aws:eks/fargateProfile:FargateProfile
          @name fargateProfileName 63
          id = <in:clusterName>:<name>
          arn = arn:aws:eks:<region>:<account>:fargateprofile/<in:clusterName>/<name>/<uuid>
        aws:eks/accessEntry:AccessEntry
          id = <in:clusterName>:<in:principalArn>
          accessEntryArn = arn:aws:eks:<region>:<account>:access-entry/<in:clusterName>/role/<account>/<last:principalArn>/<uuid>
          userName = <in:principalArn>
        aws:eks/accessPolicyAssociation:AccessPolicyAssociation
          id = <in:clusterName>#<in:principalArn>#<in:policyArn>
        aws:eks/podIdentityAssociation:PodIdentityAssociation
          id = a-<lower:17>
          associationId = <id>
          associationArn = arn:aws:eks:<region>:<account>:podidentityassociation/<in:clusterName>/<id>
          externalId = <in:externalId>
        aws:eks/identityProviderConfig:IdentityProviderConfig
          id = <in:clusterName>:<in:oidc.identityProviderConfigName>
          identityProviderConfigName = <in:oidc.identityProviderConfigName>
          arn = arn:aws:eks:<region>:<account>:identityproviderconfig/<in:clusterName>/oidc/<in:oidc.identityProviderConfigName>/<uuid>
        aws:autoscaling/group:Group
          arn = arn:aws:autoscaling:<region>:<account>:autoScalingGroup:<uuid>:autoScalingGroupName/<name>
          defaultCooldown = 300
          healthCheckType = EC2
          serviceLinkedRoleArn = arn:aws:iam::<account>:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling
          desiredCapacity = <in:minSize|0>
        aws:autoscaling/policy:Policy
          arn = arn:aws:autoscaling:<region>:<account>:scalingPolicy:<uuid>:autoScalingGroupName/<in:autoscalingGroupName>:policyName/<name>
          metricAggregationType = Average
        aws:autoscaling/schedule:Schedule
          id = <in:scheduledActionName>
          arn = arn:aws:autoscaling:<region>:<account>:scheduledUpdateGroupAction:<uuid>:autoScalingGroupName/<in:autoscalingGroupName>:scheduledActionName/<in:scheduledActionName>
          timeZone = <in:timeZone>
          recurrence = <in:recurrence>
        aws:autoscaling/lifecycleHook:LifecycleHook
          defaultResult = ABANDON
        aws:autoscaling/attachment:Attachment
          id = <in:autoscalingGroupName>-<digits:26>
        aws:autoscaling/tag:Tag
          id = <in:autoscalingGroupName>,<in:tag.key>
        aws:appautoscaling/target:Target
          id = <in:resourceId>
          arn = arn:aws:application-autoscaling:<region>:<account>:scalable-target/<lower:32>
          roleArn = !scalingRole
        aws:appautoscaling/policy:Policy
          arn = arn:aws:autoscaling:<region>:<account>:scalingPolicy:<uuid>:resource/<in:serviceNamespace>/<in:resourceId>:policyName/<name>
        aws:appautoscaling/scheduledAction:ScheduledAction
          id = <name>-<in:serviceNamespace>-<in:resourceId>
          arn = arn:aws:autoscaling:<region>:<account>:scheduledAction:<uuid>:resource/<in:serviceNamespace>/<in:resourceId>:scheduledActionName/<name>
        """;
}
