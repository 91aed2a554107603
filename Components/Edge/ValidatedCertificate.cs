using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Edge;

/// <summary>
/// A certificate of ACM that proves by DNS records that its names are the account's, and counts as made once it is issued. It lies in the
/// region of its provider: CloudFront takes only those of us-east-1.
/// </summary>
public sealed class ValidatedCertificate : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:edge:ValidatedCertificate";

    private const int RecordSeconds = 60;

    /// <summary>Asks for the certificate, writes the records and waits for it to be issued, which takes minutes.</summary>
    public ValidatedCertificate(string name, ValidatedCertificateArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        args.Validate(name);
        var certificate = RequestCertificate(name, args);
        var records = args.ProvenNames.Select(proven => WriteRecord(name, args, certificate, proven)).ToList();
        CertificateArn = AwaitIssue(name, certificate, records).CertificateArn;
        RegisterOutputs();
    }

    /// <summary>The ARN of the issued certificate: whatever uses it waits for the validation.</summary>
    [Output("certificateArn")]
    public Output<string> CertificateArn { get; private set; }

    private Aws.Acm.Certificate RequestCertificate(string name, ValidatedCertificateArgs args) => new(name, new Aws.Acm.CertificateArgs
    {
        DomainName = args.DomainName,
        SubjectAlternativeNames = args.AlternativeNames.ToArray(),
        ValidationMethod = "DNS",
    }, new CustomResourceOptions { Parent = this });

    private Aws.Route53.Record WriteRecord(string name, ValidatedCertificateArgs args, Aws.Acm.Certificate certificate, string proven)
    {
        var proof = certificate.DomainValidationOptions.Apply(options => options.First(option => ValidatedCertificateArgs.Proven(option.DomainName!) == proven));
        return new Aws.Route53.Record($"{name}-{proven}", new Aws.Route53.RecordArgs
        {
            ZoneId = args.ZoneId,
            Name = proof.Apply(option => option.ResourceRecordName!),
            Type = proof.Apply(option => option.ResourceRecordType!),
            Records = proof.Apply(option => option.ResourceRecordValue!),
            Ttl = RecordSeconds,
            // ACM asks an account for the same record in every certificate of a name, so it may exist already. Whichever stack goes first
            // takes it along; the others' certificates are renewed again once they have written it anew.
            AllowOverwrite = true,
        }, new CustomResourceOptions { Parent = this });
    }

    private Aws.Acm.CertificateValidation AwaitIssue(string name, Aws.Acm.Certificate certificate, IEnumerable<Aws.Route53.Record> records) =>
        new($"{name}-validation", new Aws.Acm.CertificateValidationArgs
        {
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = records.Select(record => record.Fqdn).ToArray(),
        }, new CustomResourceOptions { Parent = this });
}
