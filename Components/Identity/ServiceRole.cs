using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Identity;

/// <summary>An IAM role that an AWS service assumes, with its managed and inline policies.</summary>
public sealed class ServiceRole : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:identity:ServiceRole";

    /// <summary>Makes the role, one attachment per managed policy and one inline policy per document.</summary>
    public ServiceRole(string name, ServiceRoleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var role = CreateRole(name, args);
        Policies = [.. AttachManagedPolicies(name, args, role), .. CreateInlinePolicies(name, args, role)];
        Arn = role.Arn;
        RoleName = role.Name;
        RegisterOutputs();
    }

    /// <summary>The role's ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The role's name.</summary>
    [Output("roleName")]
    public Output<string> RoleName { get; private set; }

    /// <summary>
    /// The role's policies, for whatever must be created after the permissions it uses: a reference to the role alone does not wait for them.
    /// </summary>
    public IReadOnlyList<Resource> Policies { get; }

    private Aws.Iam.Role CreateRole(string name, ServiceRoleArgs args) => new(name, new Aws.Iam.RoleArgs
    {
        Name = args.PhysicalName!,
        Description = args.Description,
        AssumeRolePolicy = args.Trust.ToJson(),
        MaxSessionDuration = args.MaxSessionSeconds is { } seconds ? seconds : (Input<int>?)null,
        PermissionsBoundary = args.PermissionsBoundaryArn!,
    }, new CustomResourceOptions { Parent = this });

    private IEnumerable<Resource> AttachManagedPolicies(string name, ServiceRoleArgs args, Aws.Iam.Role role) =>
        args.ManagedPolicyArns.Select(arn => new Aws.Iam.RolePolicyAttachment($"{name}-{Suffix(arn)}", new Aws.Iam.RolePolicyAttachmentArgs
        {
            Role = role.Name,
            PolicyArn = arn,
        }, new CustomResourceOptions { Parent = this }));

    private IEnumerable<Resource> CreateInlinePolicies(string name, ServiceRoleArgs args, Aws.Iam.Role role) =>
        args.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal).Select(policy =>
            InlinePolicy.Create($"{name}-{policy.Key}", role.Name, policy.Value, this));

    // arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole -> AWSLambdaBasicExecutionRole
    private static string Suffix(string policyArn) => policyArn[(policyArn.LastIndexOf('/') + 1)..];
}

/// <summary>What a <see cref="ServiceRole"/> is made of.</summary>
public sealed class ServiceRoleArgs : ResourceArgs
{
    /// <summary>Who may assume the role.</summary>
    public required PolicyDocument Trust { get; init; }

    /// <summary>What the role is for; AWS shows it beside the name.</summary>
    public required string Description { get; init; }

    /// <summary>The role's name in AWS, at most 64 characters. Default: null, named by Pulumi.</summary>
    public string? PhysicalName { get; init; }

    /// <summary>ARNs of policies that exist already. Default: none.</summary>
    public IReadOnlyList<string> ManagedPolicyArns { get; init; } = [];

    /// <summary>Policies of the role's own, by a name that becomes part of the resource's name. Default: none.</summary>
    public IReadOnlyDictionary<string, PolicyDocument> InlinePolicies { get; init; } = new Dictionary<string, PolicyDocument>();

    /// <summary>The most that the role may ever do, as the ARN of a policy. Default: null, no limit beyond its policies.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>How long one session may last, 3600 to 43200 seconds. Default: null, AWS's hour.</summary>
    public int? MaxSessionSeconds { get; init; }

    internal void Validate(string name)
    {
        if (PhysicalName is { } physicalName && physicalName.Length > Naming.PhysicalName.Limit(Naming.PhysicalNameKind.Role))
        {
            throw new ArgumentException(
                $"{nameof(PhysicalName)} of role '{name}' is '{physicalName}'. A role's name has at most 64 characters. Shorten it with {nameof(Naming.PhysicalName)}.Fit.");
        }
    }
}
