namespace Infra.Preview.Findings;

/// <summary>A published control that asks for what a rule checks.</summary>
/// <param name="Framework">The catalogue, e.g. `AWS FSBP`.</param>
/// <param name="Control">The control's exact id in it, e.g. `S3.8`.</param>
/// <param name="Page">Where it is described.</param>
public sealed record ControlReference(string Framework, string Control, Uri Page)
{
    /// <summary>A control of the standard AWS Foundational Security Best Practices, v1.0.0.</summary>
    public static ControlReference Fsbp(string control) => new("AWS FSBP", control, SecurityHubPage(control));

    /// <summary>A Security Hub control that belongs to other standards than AWS Foundational Security Best Practices.</summary>
    public static ControlReference SecurityHub(string control) => new("Security Hub", control, SecurityHubPage(control));

    /// <summary>A recommendation of the CIS AWS Foundations Benchmark v3.0.0.</summary>
    public static ControlReference Cis(string recommendation) =>
        new("CIS AWS 3.0.0", recommendation, new Uri("https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html"));

    /// <summary>A best practice of the AWS Well-Architected Framework; <paramref name="page"/> is its page's name there.</summary>
    public static ControlReference WellArchitected(string practice, string page) =>
        new("AWS Well-Architected", practice, new Uri($"https://docs.aws.amazon.com/wellarchitected/latest/framework/{page}.html"));

    /// <summary>A policy of Checkov, where AWS names no control of its own.</summary>
    public static ControlReference Checkov(string policy) =>
        new("Checkov", policy, new Uri("https://www.checkov.io/5.Policy%20Index/terraform.html"));

    /// <summary>A page of AWS's documentation, where no catalogue has a control.</summary>
    public static ControlReference AwsGuide(string title, string page) => new("AWS documentation", title, new Uri(page));

    // One page a service, one anchor a control: S3.8 is s3-controls.html#s3-8.
    private static Uri SecurityHubPage(string control)
    {
        var parts = control.ToLowerInvariant().Split('.');
        return new Uri($"https://docs.aws.amazon.com/securityhub/latest/userguide/{parts[0]}-controls.html#{parts[0]}-{parts[1]}");
    }
}
