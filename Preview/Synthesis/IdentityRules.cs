namespace Infra.Preview.Synthesis;

/// <summary>Rules of identities, keys, secrets and parameters.</summary>
internal static class IdentityRules
{
    public const string Text = """

        aws:iam/role:Role
          @name name 64
          arn = arn:aws:iam::<account>:role<in:path|/><name>
          createDate = <time>
          uniqueId = AROA<upper:17>
        aws:iam/user:User
          @name name 64
          arn = arn:aws:iam::<account>:user<in:path|/><name>
          uniqueId = AIDA<upper:17>
        aws:iam/group:Group
          @name name 128
          arn = arn:aws:iam::<account>:group<in:path|/><name>
          uniqueId = AGPA<upper:17>
        aws:iam/policy:Policy
          @name name 128
          id = arn:aws:iam::<account>:policy<in:path|/><name>
          arn = <id>
          policyId = ANPA<upper:17>
        aws:iam/instanceProfile:InstanceProfile
          @name name 128
          arn = arn:aws:iam::<account>:instance-profile<in:path|/><name>
          createDate = <time>
          uniqueId = AIPA<upper:17>
        aws:iam/rolePolicy:RolePolicy
          @name name 128
          id = <last:role>:<name>
        aws:iam/userPolicy:UserPolicy
          @name name 128
          id = <in:user>:<name>
        aws:iam/groupPolicy:GroupPolicy
          @name name 128
          id = <in:group>:<name>
        aws:iam/rolePolicyAttachment:RolePolicyAttachment
          id = <last:role>-<digits:26>
        aws:iam/userPolicyAttachment:UserPolicyAttachment
          id = <in:user>-<digits:26>
        aws:iam/groupPolicyAttachment:GroupPolicyAttachment
          id = <in:group>-<digits:26>
        aws:iam/rolePoliciesExclusive:RolePoliciesExclusive
        aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive
          id = <in:roleName>
        aws:iam/openIdConnectProvider:OpenIdConnectProvider
          id = !oidcProviderArn
          arn = <id>
          thumbprintLists = ["<hex:40>"]
        aws:iam/samlProvider:SamlProvider
          id = arn:aws:iam::<account>:saml-provider/<name>
          arn = <id>
          samlProviderUuid = SAMLSP<upper:16>
          validUntil = 2124-01-01T00:00:00Z
        aws:iam/serviceLinkedRole:ServiceLinkedRole
          name = AWSServiceRoleFor<hex:12>
          id = arn:aws:iam::<account>:role<out:path><out:name>
          arn = <id>
          createDate = <time>
          path = /aws-service-role/<in:awsServiceName>/
          uniqueId = AROA<upper:17>
        aws:iam/accessKey:AccessKey
          id = AKIA<upper:16>
          createDate = <time>
          secret = <mixed:40>
          sesSmtpPasswordV4 = <mixed:44>
          encryptedSecret = <in:encryptedSecret>
          encryptedSesSmtpPasswordV4 = <in:encryptedSesSmtpPasswordV4>
          keyFingerprint = <in:keyFingerprint>
        aws:iam/accountAlias:AccountAlias
          id = <in:accountAlias>
        aws:iam/accountPasswordPolicy:AccountPasswordPolicy
          id = iam-account-password-policy
        aws:kms/key:Key
        aws:kms/replicaKey:ReplicaKey
          id = <uuid>
          keyId = <id>
          arn = arn:aws:kms:<region>:<account>:key/<id>
          keySpec = SYMMETRIC_DEFAULT
          keyUsage = ENCRYPT_DECRYPT
          description = <in:description>
          rotationPeriodInDays = <in:rotationPeriodInDays|365>
          multiRegion = false
        aws:kms/alias:Alias
          @name name 256 start=alias/
          id = <name>
          arn = arn:aws:kms:<region>:<account>:<name>
          targetKeyArn = arn:aws:kms:<region>:<account>:key/<last:targetKeyId>
        aws:kms/keyPolicy:KeyPolicy
          id = <in:keyId>
        aws:kms/grant:Grant
          grantId = <hex:64>
          grantToken = <mixed:128>
          id = <in:keyId>:<out:grantId>
        aws:secretsmanager/secret:Secret
          @name name 512
          id = arn:aws:secretsmanager:<region>:<account>:secret:<name>-<mixed:6>
          arn = <id>
          policy = <in:policy>
        aws:secretsmanager/secretVersion:SecretVersion
          id = <in:secretId>|<uuid:versionId>
          arn = <in:secretId>
          secretArn = <in:secretId>
          versionId = <uuid>
          versionStages = ["AWSCURRENT"]
        aws:secretsmanager/secretPolicy:SecretPolicy
        aws:secretsmanager/secretRotation:SecretRotation
          id = <in:secretId>
          rotationEnabled = true
        aws:secretsmanager/tag:Tag
          id = <in:secretId>,<in:key>
        aws:ssm/parameter:Parameter
          @name name 2048
          arn = !parameterArn
          dataType = text
          insecureValue = <in:insecureValue>
          keyId = <in:keyId>
          tier = Standard
          value = <in:insecureValue>
          version = 1
        aws:ssm/document:Document
          arn = arn:aws:ssm:<region>:<account>:document/<name>
          description = <in:description>
          hash = <hex:64>
          hashType = Sha256
          schemaVersion = 2.2
          status = Active
        aws:ssm/association:Association
          id = <uuid>
          associationId = <id>
          arn = arn:aws:ssm:<region>:<account>:association/<id>
          documentVersion = $DEFAULT
        aws:ssm/maintenanceWindow:MaintenanceWindow
          id = mw-<hex:17>
        aws:ssm/patchGroup:PatchGroup
          id = <in:patchGroup>,<in:baselineId>
        aws:ssm/serviceSetting:ServiceSetting
          id = <in:settingId>
          arn = arn:aws:ssm:<region>:<account>:servicesetting<in:settingId>
          status = Customized
        aws:acm/certificate:Certificate
          id = arn:aws:acm:<region>:<account>:certificate/<uuid>
          arn = <id>
          domainName = <in:domainName>
          domainValidationOptions = !validationOptions
          keyAlgorithm = RSA_2048
          notAfter = <in:notAfter>
          notBefore = <in:notBefore>
          options = {"certificateTransparencyLoggingPreference":"ENABLED","export":"DISABLED"}
          pendingRenewal = false
          renewalEligibility = INELIGIBLE
          status = PENDING_VALIDATION
          subjectAlternativeNames = !alternativeNames
          type = AMAZON_ISSUED
          validationMethod = NONE
        aws:acm/certificateValidation:CertificateValidation
          id = 2024-01-01 00:00:00 +0000 UTC
        """;
}
