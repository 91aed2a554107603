namespace Infra.Preview.Synthesis;

/// <summary>Rules of logs, metrics, traces, audit and budgets.</summary>
internal static class ObservabilityRules
{
    public const string Text = """

        aws:cloudwatch/logGroup:LogGroup
          @name name 512
          arn = arn:aws:logs:<region>:<account>:log-group:<name>
          logGroupClass = STANDARD
          deletionProtectionEnabled = false
        aws:cloudwatch/logStream:LogStream
          @name name 512
          arn = arn:aws:logs:<region>:<account>:log-group:<in:logGroupName>:log-stream:<name>
        aws:cloudwatch/logMetricFilter:LogMetricFilter
          @name name 512
          applyOnTransformedLogs = false
        aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter
          @name name 512
          id = cwlsf-<digits:10>
          roleArn = <in:roleArn>
          applyOnTransformedLogs = false
        aws:cloudwatch/logResourcePolicy:LogResourcePolicy
          id = <in:policyName>
          policyScope = ACCOUNT
          revisionId = <in:revisionId>
        aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy
          id = <in:logGroupName>
        aws:cloudwatch/logDestination:LogDestination
          @name name 512
          arn = arn:aws:logs:<region>:<account>:destination:<name>
        aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy
          id = <in:destinationName>
        aws:cloudwatch/logDelivery:LogDelivery
          id = <lower:16>
          arn = arn:aws:logs:<region>:<account>:delivery:<id>
        aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination
          @name name 60
          arn = arn:aws:logs:<region>:<account>:delivery-destination:<name>
          deliveryDestinationType = CWL
        aws:cloudwatch/logDeliverySource:LogDeliverySource
          @name name 60
          arn = arn:aws:logs:<region>:<account>:delivery-source:<name>
          service = cloudfront
        aws:cloudwatch/metricAlarm:MetricAlarm
          @name name 255
          arn = arn:aws:cloudwatch:<region>:<account>:alarm:<name>
          evaluateLowSampleCountPercentiles = <in:evaluateLowSampleCountPercentiles>
        aws:cloudwatch/compositeAlarm:CompositeAlarm
          id = <in:alarmName>
          arn = arn:aws:cloudwatch:<region>:<account>:alarm:<in:alarmName>
        aws:cloudwatch/dashboard:Dashboard
          id = <in:dashboardName>
          dashboardArn = arn:aws:cloudwatch::<account>:dashboard/<in:dashboardName>
        aws:cloudwatch/metricStream:MetricStream
          arn = arn:aws:cloudwatch:<region>:<account>:metric-stream/<name>
          state = running
        aws:cloudwatch/queryDefinition:QueryDefinition
          id = <uuid>
          queryDefinitionId = <id>
          arn = arn:aws:logs:<region>:<account>:query-definition:<id>
        aws:cloudtrail/trail:Trail
          id = arn:aws:cloudtrail:<region>:<account>:trail/<name>
          arn = <id>
          homeRegion = <region>
          snsTopicArn = <in:snsTopicName>
        aws:cloudtrail/eventDataStore:EventDataStore
          id = arn:aws:cloudtrail:<region>:<account>:eventdatastore/<uuid>
          arn = <id>
        aws:xray/group:Group
          id = arn:aws:xray:<region>:<account>:group/<in:groupName>/<upper:26>
          arn = <id>
        aws:xray/samplingRule:SamplingRule
          id = <in:ruleName>
          arn = arn:aws:xray:<region>:<account>:sampling-rule/<in:ruleName>
        aws:xray/encryptionConfig:EncryptionConfig
          id = <region>
        aws:xray/resourcePolicy:ResourcePolicy
          id = <in:policyName>
          policyRevisionId = 1
        aws:synthetics/canary:Canary
          @name name 255 lower
          id = <name>
          arn = arn:aws:synthetics:<region>:<account>:canary:<name>
          engineArn = arn:aws:lambda:<region>:<account>:function:cwsyn-<name>-<uuid>:1
          sourceLocationArn = arn:aws:lambda:<region>:<account>:layer:cwsyn-<name>-<uuid>:1
          status = READY
        aws:synthetics/group:Group
          id = <name>
          groupId = <lower:7>
          arn = arn:aws:synthetics:<region>:<account>:group:<out:groupId>
        aws:synthetics/groupAssociation:GroupAssociation
          id = <in:canaryArn>,<in:groupName>
          groupId = <lower:7>
          groupArn = arn:aws:synthetics:<region>:<account>:group:<out:groupId>
        aws:budgets/budget:Budget
          @name name 100
          id = <account>:<name>
          accountId = <account>
          arn = arn:aws:budgets::<account>:budget/<name>
          limitAmount = <in:limitAmount>
          limitUnit = USD
          timePeriodStart = 2024-01-01_00:00
        aws:budgets/budgetAction:BudgetAction
          actionId = <uuid>
          id = <account>:<out:actionId>:<in:budgetName>
          accountId = <account>
          arn = arn:aws:budgets::<account>:budget/<in:budgetName>/action/<out:actionId>
          status = STANDBY
        aws:resourcegroups/group:Group
          arn = arn:aws:resource-groups:<region>:<account>:group/<name>
        aws:resourcegroups/resource:Resource
          id = <in:groupArn>,<in:resourceArn>
        """;
}
