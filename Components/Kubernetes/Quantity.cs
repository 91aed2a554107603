using System.Globalization;

namespace Infra.Components.Kubernetes;

/// <summary>Quantities of processor and memory as Kubernetes writes them.</summary>
public static class Quantity
{
    /// <summary>The form of processor quantities as a regular expression: `250m`, `2`.</summary>
    public const string CpuPattern = "^[1-9][0-9]{0,5}m?$";

    /// <summary>The form of memory quantities as a regular expression: `256Mi`, `2Gi`.</summary>
    public const string MemoryPattern = "^[1-9][0-9]{0,6}(Mi|Gi)$";

    private const long Thousand = 1000;
    private const long Kibi = 1024;

    /// <summary>
    /// Thousandths of a processor: `250m` is 250, `2` is 2000. Text of another form throws <see cref="FormatException"/>.
    /// </summary>
    public static long Millicores(string text) => text.EndsWith('m') ? Number(text[..^1]) : Number(text) * Thousand;

    /// <summary>Mebibytes: `256Mi` is 256, `2Gi` is 2048. Text of another form throws <see cref="FormatException"/>.</summary>
    public static long Mebibytes(string text) => text[Math.Max(0, text.Length - 2)..] switch
    {
        "Mi" => Number(text[..^2]),
        "Gi" => Number(text[..^2]) * Kibi,
        _ => throw new FormatException($"The quantity of memory is '{text}'. It must be a whole number with Mi or Gi, such as 256Mi. Write it in that form."),
    };

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
