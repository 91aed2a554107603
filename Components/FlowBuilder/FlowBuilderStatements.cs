using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.FlowBuilder;

/// <summary>Statements of Flow Builder's policies.</summary>
public static class FlowBuilderStatements
{
    /// <summary>Puts workflows into the queue.</summary>
    public static PolicyDocument SendWorkflows(Input<string> queueArn) => new(new PolicyStatement
    {
        Sid = "SendWorkflows",
        Actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
        Resources = queueArn,
    });

    /// <summary>Takes workflows from the queue.</summary>
    public static PolicyDocument TakeWorkflows(Input<string> queueArn) => new(new PolicyStatement
    {
        Sid = "TakeWorkflows",
        Actions =
        [
            "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage",
        ],
        Resources = queueArn,
    });

    /// <summary>Reads the values of secrets.</summary>
    public static PolicyDocument ReadSecrets(InputList<string> secretArns) => new(new PolicyStatement
    {
        Sid = "ReadSecrets",
        Actions = ["secretsmanager:GetSecretValue"],
        Resources = secretArns,
    });

    /// <summary>Keeps a secret per credential of the application's users, under names that they choose.</summary>
    /// <param name="clusterArn">The cluster's ARN, which tells the account and region.</param>
    public static PolicyDocument KeepUserSecrets(Output<string> clusterArn) => new(new PolicyStatement
    {
        Sid = "KeepUserSecrets",
        Actions = ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:GetSecretValue"],
        Resources = clusterArn.Apply(arn => (Arn.Parse(arn) with { Service = "secretsmanager", Resource = "secret:*" }).ToString()),
    });

    /// <summary>Opens sessions of ECS Exec, and writes what happens in them to a log group.</summary>
    public static PolicyDocument OpenSessions(Output<string> logGroupArn) => new(
        new PolicyStatement
        {
            Sid = "OpenSessions",
            Actions =
            [
                "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
            ],
            WhyAnyResource = "Session Manager's channels are no resources that a policy could name",
        },
        new PolicyStatement
        {
            Sid = "FindLogGroup",
            Actions = ["logs:DescribeLogGroups"],
            WhyAnyResource = "The call lists the groups of the account",
        },
        new PolicyStatement
        {
            Sid = "LogSessions",
            Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resources = Output.Format($"{logGroupArn}:*"),
        });
}
