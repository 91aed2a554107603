using System.Text.RegularExpressions;

namespace Infra.Components.Compute;

/// <summary>The instruction set of EC2's instance types.</summary>
public static partial class InstanceArchitecture
{
    /// <summary>
    /// `arm64` or `x86_64`, as AWS names its images. A type's name tells: family, generation, then `g` for Graviton among the
    /// processor's letters (EC2 instance type naming conventions). A text that is no type throws <see cref="ArgumentException"/>.
    /// </summary>
    /// <param name="instanceType">The type, e.g. `t4g.nano`.</param>
    public static string Of(string instanceType)
    {
        var match = TypeName().Match(instanceType);
        if (!match.Success)
        {
            throw new ArgumentException($"The instance type is '{instanceType}'. It must be family, generation and size, such as t4g.nano. Correct it.");
        }

        // The first Graviton family is older than the naming convention.
        return match.Groups["processor"].Value == "g" || match.Groups["family"].Value == "a1" ? "arm64" : "x86_64";
    }

    [GeneratedRegex("^(?<family>[a-z]+[0-9]+)(?<processor>[agi]?)[a-z0-9-]*\\.[a-z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();
}
