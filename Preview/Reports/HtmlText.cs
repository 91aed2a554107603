using System.Net;
using System.Text;

namespace Infra.Preview.Reports;

/// <summary>Collects HTML; every text and every attribute's value is escaped.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    public HtmlText Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes);
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public HtmlText Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes);
        Text(text);
        _text.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlText Text(string text)
    {
        _text.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>Writes an element without content, such as `meta`.</summary>
    public HtmlText Void(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes);
        return this;
    }

    /// <summary>Writes markup as it is; only for what this program made and escaped itself.</summary>
    public HtmlText Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>What was written. An element that is still open throws <see cref="InvalidOperationException"/>.</summary>
    public override string ToString() =>
        _open.TryPeek(out var name) ? throw new InvalidOperationException($"The element {name} is not closed.") : _text.ToString();

    private void Tag(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        _text.Append('>');
    }
}
