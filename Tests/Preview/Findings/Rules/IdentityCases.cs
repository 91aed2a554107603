using Infra.Preview.Findings.Judging;

namespace Infra.Tests.Preview.Findings.Rules;

/// <summary>IAM, KMS and Secrets Manager.</summary>
internal static class IdentityCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("iam-no-full-access")
        {
            Compliant = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}]}}}""",
            Violating = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "*", "Resource": "*"}]}}}""",
            Missing = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]}}}""",
        },
        new("iam-no-service-wildcards")
        {
            Compliant = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::data/*"}]}}}""",
            Violating = """iam/policy:Policy work {"policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}]}}}""",
            Missing = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("iam-no-service-wildcards")
        {
            Compliant = """iam/role:Role app {"assumeRolePolicy": "{}", "inlinePolicies": [{"name": "work", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"}]}}}]}""",
            Violating = """iam/role:Role app {"assumeRolePolicy": "{}", "inlinePolicies": [{"name": "work", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "ec2:*", "Resource": "*"}]}}}]}""",
            Missing = """iam/role:Role app {"assumeRolePolicy": "{}"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
        new("iam-pass-role-bounded")
        {
            Compliant = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/task", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]}}}""",
            Violating = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]}}}""",
            Missing = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "iam:Pass*", "Resource": "arn:aws:iam::123456789012:role/task"}]}}}""",
        },
        new("iam-trust-not-open")
        {
            Compliant = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]}}}""",
            Violating = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ["123456789012", "*"]}}]}}}""",
            Missing = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*", "Condition": {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}}]}}}""",
        },
        new("iam-web-identity-bound")
        {
            Compliant = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks"}, "Condition": {"StringEquals": {"oidc.eks:sub": "system:serviceaccount:app:api"}}}]}}}""",
            Violating = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks"}, "Condition": {"StringLike": {"oidc.eks:sub": "*"}}}]}}}""",
            Missing = """iam/role:Role app {"assumeRolePolicy": {"json": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks"}}]}}}""",
        },
        new("iam-no-administrator-policies")
        {
            Compliant = """iam/rolePolicyAttachment:RolePolicyAttachment logs {"role": "app", "policyArn": "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"}""",
            Violating = """iam/rolePolicyAttachment:RolePolicyAttachment all {"role": "app", "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}""",
            Missing = """iam/role:Role app {"assumeRolePolicy": "{}"}""",
            MissingIs = VerdictKind.Pass,
        },
        new("iam-secret-access-narrow")
        {
            Compliant = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"}]}}}""",
            Violating = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "secretsmanager:Get*", "Resource": "arn:aws:secretsmanager:us-east-1:123456789012:secret:*"}]}}}""",
            Missing = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Effect": "Allow", "Action": ["secretsmanager:GetSecretValue"], "NotResource": "arn:aws:secretsmanager:us-east-1:123456789012:secret:other"}]}}}""",
        },
        new("iam-decryption-narrow")
        {
            Compliant = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:123456789012:key/1"}]}}}""",
            Violating = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:123456789012:key/*"}]}}}""",
            Missing = """iam/rolePolicy:RolePolicy work {"role": "app", "policy": {"json": {"Statement": [{"Sid": "Work", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"}}}]}}}""",
            MissingIs = VerdictKind.Pass,
        },
        new("kms-rotation")
        {
            Compliant = """kms/key:Key key {"enableKeyRotation": true}""",
            Violating = """kms/key:Key key {"enableKeyRotation": false}""",
            Missing = """kms/key:Key key {}""",
        },
        new("secretsmanager-rotation")
        {
            Compliant = """
                secretsmanager/secret:Secret db {"name": "db"}
                secretsmanager/secretRotation:SecretRotation turn {"secretId": "@db"}
                """,
            Violating = """
                secretsmanager/secret:Secret db {"name": "db"}
                secretsmanager/secret:Secret api {"name": "api"}
                secretsmanager/secretRotation:SecretRotation turn {"secretId": "@db"}
                """,
            Missing = """secretsmanager/secret:Secret db {"name": "db"}""",
        },
        new("secretsmanager-policy-not-public")
        {
            Compliant = """secretsmanager/secretPolicy:SecretPolicy policy {"secretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:role/app"}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}}}""",
            Violating = """secretsmanager/secretPolicy:SecretPolicy policy {"secretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "policy": {"json": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}}}""",
            Missing = """secretsmanager/secret:Secret db {"name": "db"}""",
            MissingIs = VerdictKind.NotApplicable,
        },
    ];
}
