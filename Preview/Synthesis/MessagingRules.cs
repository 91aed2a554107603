namespace Infra.Preview.Synthesis;

/// <summary>Rules of queues, topics, events and schedules.</summary>
internal static class MessagingRules
{
    public const string Text = """

        aws:sqs/queue:Queue
          @name name 80
          id = https://sqs.<region>.amazonaws.com/<account>/<name>
          url = <id>
          arn = arn:aws:sqs:<region>:<account>:<name>
          deduplicationScope = <in:deduplicationScope>
          fifoThroughputLimit = <in:fifoThroughputLimit>
          kmsDataKeyReusePeriodSeconds = 300
          policy = <in:policy>
          redriveAllowPolicy = <in:redriveAllowPolicy>
          redrivePolicy = <in:redrivePolicy>
          sqsManagedSseEnabled = !queueEncryption
        aws:sqs/queuePolicy:QueuePolicy
        aws:sqs/redrivePolicy:RedrivePolicy
        aws:sqs/redriveAllowPolicy:RedriveAllowPolicy
          id = <in:queueUrl>
        aws:sns/topic:Topic
          @name name 256
          id = arn:aws:sns:<region>:<account>:<name>
          arn = <id>
          beginningArchiveTime = <in:beginningArchiveTime>
          fifoThroughputScope = <in:fifoThroughputScope>
          policy = {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"<id>","Condition":{"StringEquals":{"AWS:SourceOwner":"<account>"}}}]}
          signatureVersion = 0
          tracingConfig = <in:tracingConfig>
        aws:sns/topicPolicy:TopicPolicy
        aws:sns/dataProtectionPolicy:DataProtectionPolicy
          id = <in:arn>
        aws:sns/topicSubscription:TopicSubscription
          id = <in:topic>:<uuid>
          arn = <id>
          confirmationWasAuthenticated = true
          filterPolicyScope = <in:filterPolicyScope>
          pendingConfirmation = false
        aws:cloudwatch/eventBus:EventBus
          @name name 256
          arn = arn:aws:events:<region>:<account>:event-bus/<name>
        aws:cloudwatch/eventRule:EventRule
          @name name 64
          arn = !eventRuleArn
        aws:cloudwatch/eventTarget:EventTarget
          @name targetId 64 prefix=
          id = <last:rule>-<name>
        aws:cloudwatch/eventBusPolicy:EventBusPolicy
          id = <in:eventBusName|default>
        aws:cloudwatch/eventPermission:EventPermission
          id = <in:eventBusName|default>/<in:statementId>
        aws:cloudwatch/eventArchive:EventArchive
          @name name 48
          arn = arn:aws:events:<region>:<account>:archive/<name>
        aws:cloudwatch/eventConnection:EventConnection
          @name name 64
          arn = arn:aws:events:<region>:<account>:connection/<name>/<uuid>
          secretArn = arn:aws:secretsmanager:<region>:<account>:secret:events!connection/<name>/<uuid>-<mixed:6>
        aws:cloudwatch/eventApiDestination:EventApiDestination
          @name name 64
          arn = arn:aws:events:<region>:<account>:api-destination/<name>/<uuid>
        aws:cloudwatch/eventEndpoint:EventEndpoint
          @name name 64
          arn = arn:aws:events:<region>:<account>:endpoint/<name>
          endpointUrl = https://<lower:10>.<lower:3:pop>.endpoint.events.amazonaws.com
        aws:pipes/pipe:Pipe
          @name name 64
          arn = arn:aws:pipes:<region>:<account>:pipe/<name>
        aws:scheduler/schedule:Schedule
          @name name 64
          id = <in:groupName|default>/<name>
          arn = arn:aws:scheduler:<region>:<account>:schedule/<in:groupName|default>/<name>
          groupName = default
          actionAfterCompletion = NONE
        aws:scheduler/scheduleGroup:ScheduleGroup
          @name name 64
          arn = arn:aws:scheduler:<region>:<account>:schedule-group/<name>
        aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace
        aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace
        aws:servicediscovery/httpNamespace:HttpNamespace
          id = ns-<lower:16>
          arn = arn:aws:servicediscovery:<region>:<account>:namespace/<id>
          hostedZone = Z<upper:20>
          httpName = <name>
        aws:servicediscovery/service:Service
          id = srv-<lower:16>
          arn = arn:aws:servicediscovery:<region>:<account>:service/<id>
          namespaceId = <in:dnsConfig.namespaceId>
          type = DNS_HTTP
        aws:servicediscovery/instance:Instance
          id = <in:instanceId>
        """;
}
