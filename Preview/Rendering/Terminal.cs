namespace Infra.Preview.Rendering;

/// <summary>What the output can show.</summary>
/// <param name="Colors">Whether colours are written.</param>
/// <param name="Width">Columns of the terminal; null when lines have no limit, as in a file or pipe.</param>
internal sealed record Terminal(bool Colors, int? Width)
{
    /// <summary>No colours, no width: what a file or pipe gets.</summary>
    public static readonly Terminal Plain = new(false, null);

    /// <summary>Asks the standard output. `auto` colours a terminal unless NO_COLOR is set or the terminal is dumb.</summary>
    public static Terminal Of(string color)
    {
        var terminal = !Console.IsOutputRedirected;
        var auto = terminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");
        return new Terminal(color == "always" || (color == "auto" && auto), terminal && Console.WindowWidth > 0 ? Console.WindowWidth : null);
    }
}
