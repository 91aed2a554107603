using Infra.Components;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;
using Pulumi;

namespace Infra.Tests.Stacks;

/// <summary>A section with a setting of every shape, none of them required.</summary>
internal sealed record SampleSettings() : SystemSettings("us-west-2")
{
    [Setting("How it computes.")]
    public SampleCompute Compute { get; init; } = SampleCompute.Ecs;

    [Setting("How many.")]
    [Between(1, 5)]
    [DefaultIn(DeploymentEnvironment.Staging, 2)]
    [DefaultIn(DeploymentEnvironment.Prod, 3)]
    public int Count { get; init; } = 1;

    [Setting("A number or none.")]
    [DefaultIn(DeploymentEnvironment.Prod, 0.5)]
    public decimal? Capacity { get; init; }

    [Setting("Blocks.")]
    [Cidr]
    [Count(0, 3)]
    public IReadOnlyList<string> Blocks { get; init; } = [];

    [Setting("A certificate.")]
    [Arn("acm", "certificate/")]
    public string? CertificateArn { get; init; }

    [Setting("An address.")]
    [Url(SecureOnly = true)]
    public string? Address { get; init; }

    [Setting("Secrets by name.")]
    [Secret("placeholder")]
    [Length(3, 40)]
    public IReadOnlyDictionary<string, Output<string>> Secrets { get; init; } = new Dictionary<string, Output<string>>();

    [Setting("Rules.")]
    public IReadOnlyList<SampleRule> Rules { get; init; } = [];

    [Setting("One rule.")]
    public SampleRule Rule { get; init; } = new() { Port = 80 };

    public override IReadOnlyDictionary<string, string> IdentityTags(DeploymentEnvironment environment, string stack) => ProductTags("Product", "sample", environment);

    public override void Check(SettingsCheck check)
    {
        if (check.Sound(nameof(Compute), nameof(CertificateArn)) && Compute == SampleCompute.Eks && CertificateArn is null)
        {
            check.RefuseMissing(nameof(CertificateArn), "compute is eks");
        }

        if (check.Given(nameof(Address)))
        {
            check.Warn(nameof(Address), "Is not read.");
        }
    }
}

internal enum SampleCompute
{
    Ecs,
    Eks,
    UltraCostOptimized,
}

internal sealed record SampleRule : SettingsObject
{
    [Setting("The port.")]
    [Between(1, 65_535)]
    public required int Port { get; init; }

    [Setting("Whether the world is let in.")]
    [DefaultIn(DeploymentEnvironment.Dev, true)]
    public bool Open { get; init; }
}
