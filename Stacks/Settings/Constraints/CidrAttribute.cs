using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Components.Network;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits IPv4 address blocks whose prefix length lies between two, both included.</summary>
public sealed class CidrAttribute(int shortest = 0, int longest = 32) : ConstraintAttribute
{
    private const string Number = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    /// <inheritdoc/>
    public override string Allowed => string.Create(
        CultureInfo.InvariantCulture,
        $"an IPv4 block from /{shortest} to /{longest} that starts at its first address, such as 10.0.0.0/{Math.Max(shortest, 16)}");

    /// <inheritdoc/>
    public override bool Admits(object value) =>
        value is string text && CidrBlock.TryParse(text, out var block) && block.PrefixLength >= shortest && block.PrefixLength <= longest;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        var prefixes = string.Join('|', Enumerable.Range(shortest, longest - shortest + 1));
        schema["pattern"] = $"^({Number}\\.){{3}}{Number}/({prefixes})$";
    }
}
