using System.Text;

namespace Infra.Preview.Rendering;

/// <summary>Styles of text on a terminal.</summary>
internal enum Ink
{
    Plain,
    Bold,
    Dim,
    Green,
    Cyan,
    Yellow,
    Red,
}

/// <summary>Collects lines of text, with colours where the terminal shows them, cut to its width.</summary>
internal sealed class TextCanvas(Terminal terminal)
{
    private readonly StringBuilder _text = new();
    private int _column;

    public TextCanvas Write(string text, Ink ink = Ink.Plain)
    {
        if (terminal.Width is { } width && _column + text.Length > width)
        {
            text = _column >= width ? "" : string.Concat(text.AsSpan(0, width - _column - 1), "…");
        }

        _column += text.Length;
        if (text.Length == 0 || ink == Ink.Plain || !terminal.Colors)
        {
            _text.Append(text);
        }
        else
        {
            _text.Append("\e[").Append(Code(ink)).Append('m').Append(text).Append("\e[0m");
        }

        return this;
    }

    /// <summary>Writes text that is never cut: messages and values must be readable whole.</summary>
    public TextCanvas WriteWhole(string text, Ink ink = Ink.Plain)
    {
        _column = int.MinValue / 2;
        return Write(text, ink);
    }

    public TextCanvas Line()
    {
        // Padding of a last column would be invisible trailing space.
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append('\n');
        _column = 0;
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Code(Ink ink) => ink switch
    {
        Ink.Bold => "1",
        Ink.Dim => "2",
        Ink.Green => "32",
        Ink.Cyan => "36",
        Ink.Yellow => "33",
        Ink.Red => "31",
        _ => "0",
    };
}
