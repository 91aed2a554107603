using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Preview.Reports;

/// <summary>Writes a report as one HTML page that loads nothing.</summary>
internal static class ReportHtml
{
    // What must be seen first should not push the rest off the screen.
    private const int FirstLines = 10;

    private static readonly Lazy<string> Style = new(() => Resource("report.css"));
    private static readonly Lazy<string> Script = new(() => Resource("report.js"));

    /// <summary>The page: parts that fold, a search, light and dark colours, and a policy by which a browser runs the page's own script alone.</summary>
    public static byte[] Write(StackReport report)
    {
        var html = new HtmlText();
        html.Markup("<!doctype html>\n").Open("html", ("lang", "en")).Open("head");
        html.Void("meta", ("charset", "utf-8")).Markup("\n");
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy())).Markup("\n");
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Markup("\n");
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark")).Markup("\n");
        html.Element("title", report.Headline).Markup("\n");
        html.Open("style").Markup(Style.Value).Close().Close();
        html.Open("body");
        Header(html, report);
        html.Open("main");
        foreach (var alert in report.Alerts)
        {
            Alert(html, alert);
        }

        foreach (var section in report.Sections)
        {
            html.Open("details", ("class", "part"), ("open", ""));
            html.Open("summary").Element("h2", section.Title).Text(" ").Element("span", section.Summary, ("class", "note")).Close();
            section.Html(html);
            html.Close();
        }

        html.Close();
        html.Open("script").Markup(Script.Value).Close();
        html.Close().Close();
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Header(HtmlText html, StackReport report)
    {
        html.Open("header");
        html.Element("h1", report.Headline);
        html.Element("p", $"{report.Origin} Project {report.Project}, fingerprint {report.Fingerprint}.", ("class", "note"));
        html.Open("div", ("class", "bar"));
        html.Void(
            "input",
            ("type", "search"), ("id", "report-search"), ("placeholder", "Search resources and findings"), ("aria-label", "Search resources and findings"), ("autocomplete", "off"));
        html.Element("button", "Fold all", ("type", "button"), ("id", "report-fold")).Text(" ").Element("button", "Unfold all", ("type", "button"), ("id", "report-unfold"));
        html.Element("span", "", ("id", "report-count"), ("class", "note"), ("role", "status"));
        html.Open("span", ("class", "keys note"))
            .Element("kbd", "/").Text(" search, ").Element("kbd", "j").Text(" ").Element("kbd", "k").Text(" or ").Element("kbd", "↓").Text(" ").Element("kbd", "↑")
            .Text(" move, ").Element("kbd", "Enter").Text(" folds").Close();
        html.Close().Close();
    }

    private static void Alert(HtmlText html, ReportAlert alert)
    {
        html.Open("section", ("class", alert.Grave ? "alert grave" : "alert"));
        html.Element("h2", string.Create(CultureInfo.InvariantCulture, $"{alert.Title} ({alert.Lines.Count})"));
        Lines(html, alert.Lines.Take(FirstLines));
        if (alert.Lines.Count > FirstLines)
        {
            html.Open("details", ("class", "more")).Element("summary", string.Create(CultureInfo.InvariantCulture, $"{alert.Lines.Count - FirstLines} more"));
            Lines(html, alert.Lines.Skip(FirstLines));
            html.Close();
        }

        html.Close();
    }

    private static void Lines(HtmlText html, IEnumerable<ReportAlertLine> lines)
    {
        html.Open("ul");
        foreach (var line in lines)
        {
            html.Open("li").Element("code", line.Resource).Text($": {line.Text}").Close();
        }

        html.Close();
    }

    // A page that shows names from a pull request runs no script but its own, which the hash names.
    private static string Policy()
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script.Value)));
        return $"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ReportHtml).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
