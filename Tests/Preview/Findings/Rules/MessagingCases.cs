using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>SQS and CloudWatch.</summary>
internal static class MessagingCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("sqs-encrypted")
        {
            Compliant = """sqs/queue:Queue jobs {"name": "jobs", "sqsManagedSseEnabled": true}""",
            Violating = """sqs/queue:Queue jobs {"name": "jobs", "sqsManagedSseEnabled": false}""",
            Missing = """sqs/queue:Queue jobs {"name": "jobs"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("sqs-policy-not-public")
        {
            Compliant = """
                sqs/queue:Queue jobs {"name": "jobs"}
                sqs/queuePolicy:QueuePolicy policy {"queueUrl": "@jobs", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "@jobs.arn", "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:topic"}}}]}}}
                """,
            Violating = """
                sqs/queue:Queue jobs {"name": "jobs"}
                sqs/queuePolicy:QueuePolicy policy {"queueUrl": "@jobs", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "@jobs.arn"}]}}}
                """,
            Missing = """sqs/queue:Queue jobs {"name": "jobs"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("sqs-dead-letter-queue")
        {
            Compliant = """
                sqs/queue:Queue dead {"name": "dead"}
                sqs/queue:Queue jobs {"name": "jobs", "redrivePolicy": {"json": {"deadLetterTargetArn": "@dead.arn", "maxReceiveCount": 3}}}
                """,
            Violating = """sqs/queue:Queue jobs {"name": "jobs", "redrivePolicy": ""}""",
            Missing = """sqs/queue:Queue jobs {"name": "jobs"}""",
        },
        new("cloudwatch-alarm-actions")
        {
            Compliant = """cloudwatch/metricAlarm:MetricAlarm deep {"alarmActions": ["arn:aws:sns:us-east-1:123456789012:topic"]}""",
            Violating = """cloudwatch/metricAlarm:MetricAlarm deep {"alarmActions": ["arn:aws:sns:us-east-1:123456789012:topic"], "actionsEnabled": false}""",
            Missing = """cloudwatch/metricAlarm:MetricAlarm deep {}""",
        },
        new("cloudwatch-log-retention")
        {
            Compliant = """cloudwatch/logGroup:LogGroup logs {"retentionInDays": 30}""",
            Violating = """cloudwatch/logGroup:LogGroup logs {"retentionInDays": 0}""",
            Missing = """cloudwatch/logGroup:LogGroup logs {}""",
        },
    ];
}
