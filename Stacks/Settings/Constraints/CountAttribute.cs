using System.Globalization;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>How many elements a list or map may have, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(int least, int most = int.MaxValue) : Attribute
{
    /// <summary>The fewest elements.</summary>
    public int Least { get; } = least;

    /// <summary>The most elements.</summary>
    public int Most { get; } = most;

    /// <summary>The numbers in words.</summary>
    public string Allowed => (Least, Most) switch
    {
        (var least, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"at least {least}"),
        (0, var most) => string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
        var (least, most) when least == most => string.Create(CultureInfo.InvariantCulture, $"exactly {least}"),
        var (least, most) => string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
    };
}
