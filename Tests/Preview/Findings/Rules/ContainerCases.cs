using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>ECS.</summary>
internal static class ContainerCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("ecs-service-without-public-address")
        {
            Compliant = """ecs/service:Service api {"networkConfiguration": {"subnets": ["subnet-1"], "assignPublicIp": false}}""",
            Violating = """ecs/service:Service api {"networkConfiguration": {"subnets": ["subnet-1"], "assignPublicIp": true}}""",
            Missing = """ecs/service:Service api {"networkConfiguration": {"subnets": ["subnet-1"]}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-no-host-namespaces")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "networkMode": "awsvpc", "pidMode": "task", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "networkMode": "awsvpc", "pidMode": "host", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-no-privileged-containers")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "privileged": false}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "privileged": true}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-read-only-root")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "readonlyRootFilesystem": true}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "readonlyRootFilesystem": false}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
        },
        new("ecs-no-secrets-in-environment")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "environment": [{"name": "DB_PASSWORD_ARN", "value": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"}, {"name": "USE_DB_SECRETS", "value": "true"}, {"name": "PORT", "value": "8080"}]}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "environment": [{"name": "DB_PASSWORD", "value": "correct-horse"}]}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"}]}]}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-no-secrets-in-environment")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "environment": [{"name": "DATABASE_URL", "value": "postgres://db.internal/app"}]}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "environment": [{"name": "DATABASE_URL", "value": "postgres://app:correct-horse@db.internal/app"}]}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "environment": [{"name": "API_KEY", "value": ""}]}]}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-container-logging")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "logConfiguration": {"logDriver": "awslogs"}}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "logConfiguration": {"logDriver": ""}}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
        },
        new("ecs-newest-platform")
        {
            Compliant = """ecs/service:Service api {"launchType": "FARGATE", "platformVersion": "LATEST"}""",
            Violating = """ecs/service:Service api {"launchType": "FARGATE", "platformVersion": "1.3.0"}""",
            Missing = """ecs/service:Service api {"launchType": "FARGATE"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-container-insights")
        {
            Compliant = """ecs/cluster:Cluster main {"settings": [{"name": "containerInsights", "value": "enhanced"}]}""",
            Violating = """ecs/cluster:Cluster main {"settings": [{"name": "containerInsights", "value": "disabled"}]}""",
            Missing = """ecs/cluster:Cluster main {}""",
        },
        new("ecs-efs-encrypted-in-transit")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"volumes": [{"name": "tmp"}, {"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "transitEncryption": "ENABLED"}}]}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"volumes": [{"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "transitEncryption": "DISABLED"}}]}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"volumes": [{"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}}]}""",
        },
        new("ecs-non-root-user")
        {
            Compliant = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "user": "1000:1000"}]}}""",
            Violating = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1", "user": "0:0"}]}}""",
            Missing = """ecs/taskDefinition:TaskDefinition task {"family": "api", "containerDefinitions": {"json": [{"name": "app", "image": "app:1"}]}}""",
        },
        new("ecs-separate-roles")
        {
            Compliant = """
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": []}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn", "taskRoleArn": "@app.arn"}
                """,
            Violating = """
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn", "taskRoleArn": "@agent.arn"}
                """,
            Missing = """
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn"}
                """,
            MissingIs = VerdictKind.Pass,
        },
        new("ecs-execution-role-reads-secrets")
        {
            Compliant = """
                secretsmanager/secret:Secret password {"name": "db"}
                secretsmanager/secret:Secret other {"name": "other"}
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                iam/rolePolicy:RolePolicy read {"role": "@agent", "policy": {"json": {"Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "@password.arn"}]}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn", "containerDefinitions": {"json": [{"name": "app", "secrets": [{"name": "PASSWORD", "valueFrom": "@password.arn"}]}]}}
                """,
            Violating = """
                secretsmanager/secret:Secret password {"name": "db"}
                secretsmanager/secret:Secret other {"name": "other"}
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                iam/rolePolicy:RolePolicy read {"role": "@agent", "policy": {"json": {"Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "@other.arn"}]}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn", "containerDefinitions": {"json": [{"name": "app", "secrets": [{"name": "PASSWORD", "valueFrom": "@password.arn"}]}]}}
                """,
            Missing = """
                secretsmanager/secret:Secret password {"name": "db"}
                secretsmanager/secret:Secret other {"name": "other"}
                iam/role:Role agent {"assumeRolePolicy": {"json": {"Statement": []}}}
                ecs/taskDefinition:TaskDefinition task {"executionRoleArn": "@agent.arn", "containerDefinitions": {"json": [{"name": "app", "secrets": [{"name": "PASSWORD", "valueFrom": "@password.arn"}]}]}}
                """,
        },
    ];
}
