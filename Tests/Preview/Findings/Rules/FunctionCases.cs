using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>Lambda and App Runner.</summary>
internal static class FunctionCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("lambda-permission-not-public")
        {
            Compliant = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "*", "functionUrlAuthType": "NONE"}""",
            Violating = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "*"}""",
            Missing = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "events.amazonaws.com"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("lambda-permission-source")
        {
            Compliant = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "events.amazonaws.com", "sourceArn": "arn:aws:events:us-east-1:123456789012:rule/r"}""",
            Violating = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "s3.amazonaws.com", "sourceArn": ""}""",
            Missing = """lambda/permission:Permission call {"action": "lambda:InvokeFunction", "function": "work", "principal": "events.amazonaws.com"}""",
        },
        new("lambda-url-signed")
        {
            Compliant = """lambda/functionUrl:FunctionUrl url {"functionName": "work", "authorizationType": "AWS_IAM"}""",
            Violating = """lambda/functionUrl:FunctionUrl url {"functionName": "work", "authorizationType": "NONE"}""",
            Missing = """lambda/functionUrl:FunctionUrl url {"functionName": "work"}""",
        },
        new("lambda-supported-runtime")
        {
            Compliant = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "runtime": "nodejs22.x"}""",
            Violating = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "runtime": "nodejs16.x"}""",
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "packageType": "Image", "imageUri": "123456789012.dkr.ecr.us-east-1.amazonaws.com/work:1"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("lambda-two-zones")
        {
            Compliant = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/subnet:Subnet c {"availabilityZone": "us-east-1a"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "vpcConfig": {"subnetIds": ["@a", "@b"], "securityGroupIds": ["sg-1"]}}
                """,
            Violating = """
                ec2/subnet:Subnet a {"availabilityZone": "us-east-1a"}
                ec2/subnet:Subnet b {"availabilityZone": "us-east-1b"}
                ec2/subnet:Subnet c {"availabilityZone": "us-east-1a"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "vpcConfig": {"subnetIds": ["@a", "@c"], "securityGroupIds": ["sg-1"]}}
                """,
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("lambda-bounded-concurrency")
        {
            Compliant = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "reservedConcurrentExecutions": 10}""",
            Violating = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "reservedConcurrentExecutions": -1}""",
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}""",
        },
        new("lambda-no-secrets-in-environment")
        {
            Compliant = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "environment": {"variables": {"SECRET_ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "TABLE": "jobs"}}}""",
            Violating = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "environment": {"variables": {"WEBHOOK_SECRET": "correct-horse"}}}""",
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("lambda-log-group")
        {
            Compliant = """
                cloudwatch/logGroup:LogGroup logs {"name": "/aws/lambda/work"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}
                """,
            Violating = """
                cloudwatch/logGroup:LogGroup logs {"name": "/aws/lambda/other"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}
                """,
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}""",
        },
        new("lambda-log-group")
        {
            Compliant = """
                cloudwatch/logGroup:LogGroup logs {"name": "/app"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "loggingConfig": {"logFormat": "Text", "logGroup": "@logs.name"}}
                """,
            Violating = """
                cloudwatch/logGroup:LogGroup logs {"name": "/aws/lambda/work"}
                lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work", "loggingConfig": {"logFormat": "Text", "logGroup": "/other"}}
                """,
            Missing = """lambda/function:Function work {"name": "work", "role": "arn:aws:iam::123456789012:role/work"}""",
        },
        new("apprunner-no-secrets-in-environment")
        {
            Compliant = """apprunner/service:Service api {"sourceConfiguration": {"imageRepository": {"imageConfiguration": {"runtimeEnvironmentVariables": {"PORT": "8080"}}}}}""",
            Violating = """apprunner/service:Service api {"sourceConfiguration": {"imageRepository": {"imageConfiguration": {"runtimeEnvironmentVariables": {"API_TOKEN": "correct-horse"}}}}}""",
            Missing = """apprunner/service:Service api {"sourceConfiguration": {"imageRepository": {"imageConfiguration": {"port": "8080"}}}}""",
            MissingIs = VerdictKind.Pass,
        },
    ];
}
