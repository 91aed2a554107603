using System.Security.Cryptography;
using System.Text;

namespace Infra.Components.Naming;

/// <summary>Names that AWS sees, kept within the length their service allows.</summary>
public static class PhysicalName
{
    private const int HashLength = 8;
    private const string FifoSuffix = ".fifo";

    /// <summary>The most characters that AWS takes for this kind of name.</summary>
    public static int Limit(PhysicalNameKind kind) => kind switch
    {
        PhysicalNameKind.LoadBalancer or PhysicalNameKind.TargetGroup => 32,
        PhysicalNameKind.Role or PhysicalNameKind.Function => 64,
        PhysicalNameKind.Database => 63,
        PhysicalNameKind.Queue => 80,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No length limit is recorded for this kind of name."),
    };

    /// <summary>
    /// The name itself when it fits; otherwise its beginning, a hyphen and eight hexadecimal digits of its SHA-256.
    /// The same name always gives the same answer, and two long names that differ only at the end stay different.
    /// </summary>
    public static string Fit(string name, PhysicalNameKind kind) =>
        Fit(name, Limit(kind), kind == PhysicalNameKind.Queue && name.EndsWith(FifoSuffix, StringComparison.Ordinal) ? FifoSuffix : "");

    /// <summary>The same for names that something is still appended to.</summary>
    /// <param name="name">The name.</param>
    /// <param name="limit">The most characters it may have, at least 10.</param>
    public static string Fit(string name, int limit) => Fit(name, limit, "");

    private static string Fit(string name, int limit, string suffix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length <= limit)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        // A load balancer's name may not hold two hyphens in a row at its end, nor a database's anywhere.
        var beginning = name[..(limit - suffix.Length - HashLength - 1)].TrimEnd('-');
        return $"{beginning}-{hash}{suffix}";
    }
}
