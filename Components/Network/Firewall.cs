using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Network;

/// <summary>A security group whose rules are resources of their own: changing one neither touches the others nor closes a cycle between two groups.</summary>
public sealed class Firewall : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:network:Firewall";

    /// <summary>Makes the group and its rules. Traffic that no rule allows is refused in both directions: AWS's own rule that lets everything out is removed.</summary>
    public Firewall(string name, FirewallArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var group = CreateGroup(name, args);
        Rules = [.. args.Rules.Select(rule => FirewallRules.Create(name, rule, group.Id, this))];
        SecurityGroupId = group.Id;
        RegisterOutputs();
    }

    /// <summary>The group's id.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The rules, for whatever must be created after the traffic it needs is allowed.</summary>
    public IReadOnlyList<Resource> Rules { get; }

    private Aws.Ec2.SecurityGroup CreateGroup(string name, FirewallArgs args) => new(name, new Aws.Ec2.SecurityGroupArgs
    {
        VpcId = args.VpcId,
        Name = args.PhysicalName!,
        Description = args.Description,
        Tags = args.Tags!,
    }, new CustomResourceOptions { Parent = this });
}

/// <summary>What a <see cref="Firewall"/> is made of.</summary>
public sealed class FirewallArgs : ResourceArgs
{
    /// <summary>The VPC's id.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Who wears the group: at most 255 of the characters that EC2 takes. AWS never changes it: another text replaces the group.</summary>
    public required string Description { get; init; }

    /// <summary>The group's name in AWS, unique in its VPC. Default: null, named by Pulumi.</summary>
    public string? PhysicalName { get; init; }

    /// <summary>The rules. Default: none, no traffic.</summary>
    public IReadOnlyList<FirewallRule> Rules { get; init; } = [];

    /// <summary>Tags of the group. Default: null, none beside the provider's.</summary>
    public InputMap<string>? Tags { get; init; }

    internal void Validate(string name)
    {
        var faults = Rules.Select(rule => (Where: $"rule '{rule.Name}'", Text: rule.Description))
            .Prepend((Where: "the group", Text: Description))
            .Where(described => !FirewallDescription.IsLegal(described.Text))
            .Select(described =>
                $"Firewall '{name}': the description of {described.Where} is '{described.Text}'. EC2 takes 1 to 255 letters, digits, spaces and "
                + $"{FirewallDescription.Punctuation}. Reword it.")
            .ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults));
        }
    }
}
