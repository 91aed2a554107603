using Infra.Preview.Engine;
using Infra.Preview.Model;

namespace Infra.Preview.Synthesis;

/// <summary>The physical name that a resource gets when the program gives none.</summary>
internal static class PhysicalNames
{
    private const int RandomDigits = 7;

    /// <summary>
    /// The name given; else the prefix given and 26 digits, as the AWS provider makes it; else the logical name, a dash and 7 hexadecimal
    /// digits, as Pulumi makes it. One that is longer than the limit throws <see cref="PhysicalNameException"/>: creation would fail too.
    /// </summary>
    public static string Of(ResourceNode node, NameRule rule)
    {
        if (node.Inputs[rule.Property].AsText is { Length: > 0 } given)
        {
            return given;
        }

        var prefix = rule.Prefix.Length > 0 ? node.Inputs[rule.Prefix].AsText : null;
        var fifo = node.Inputs["fifoQueue"].AsBool is true || node.Inputs["fifoTopic"].AsBool is true ? ".fifo" : "";
        var name = prefix is { Length: > 0 }
            ? prefix + Digest.Digits(node.Urn + "|prefix", 18) + Digest.Hex(node.Urn + "|prefix", 8)
            : $"{rule.Start}{(rule.LowerCase ? node.Name.ToLowerInvariant() : node.Name)}-{Digest.Hex(node.Urn + "|name", RandomDigits)}";
        name += fifo;
        return name.Length <= rule.Limit
            ? name
            : throw new PhysicalNameException(
                $"The {rule.Property} of {node.Type} '{node.Name}' would be '{name}', {name.Length} characters. Allowed: {rule.Limit}. "
                + $"Give the resource a shorter logical name or set {rule.Property}.");
    }
}
