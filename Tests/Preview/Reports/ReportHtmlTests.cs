using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Preview.Model;
using Infra.Preview.Reports;
using NUnit.Framework;

namespace Infra.Tests.Preview.Reports;

public sealed class ReportHtmlTests
{
    private const string Hostile = "</script><script>alert('x')</script><img src=x onerror=\"alert(1)\">";

    [Test]
    public void Names_and_values_are_text_and_never_markup()
    {
        var page = Page(SampleReports.Of(
            graph => graph.Add("aws:sqs/queue:Queue", "mail", MapValue.Of(("policy", "a"))),
            graph =>
            {
                graph.Add("aws:sqs/queue:Queue", "mail", MapValue.Of(("policy", Hostile)));
                graph.Add(Hostile, Hostile, MapValue.Of((Hostile, Hostile)), graph.Component(Hostile, Hostile, graph.Stack));
            }));

        Assert.That(Regex.Count(page, "<script"), Is.EqualTo(1), "The page's own.");
        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("alert('x')"));
        Assert.That(page, Does.Contain("&lt;script&gt;alert(&#39;x&#39;)"));
    }

    [Test]
    public void The_policy_admits_the_pages_own_script_alone()
    {
        var page = Page(SampleReports.Of(_ => { }));
        var script = Regex.Match(page, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        var policy = System.Net.WebUtility.HtmlDecode(Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);

        Assert.That(script, Is.Not.Empty);
        Assert.That(policy, Is.EqualTo(
            $"default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"));
    }

    [Test]
    public void The_page_loads_nothing()
    {
        var page = Page(SampleReports.Of(graph => graph.Add("aws:s3/bucket:Bucket", "files")));

        Assert.That(page, Does.Contain("<a href=\"https://docs.aws.amazon.com/"), "Findings link to their control.");
        Assert.That(Regex.Matches(page, "(<link|<iframe|<object|<embed|@import|url\\((?!#)|[ ]src=|srcset=)"), Is.Empty);
    }

    [Test]
    public void Everything_that_the_comment_leaves_out_is_in_the_page()
    {
        var page = Page(SampleReports.Of(graph => SampleReports.Huge(graph, "old"), graph => SampleReports.Huge(graph, "new")));

        Assert.That(Regex.Count(page, "would be replaced: "), Is.EqualTo(2000));
        Assert.That(page, Does.Contain("table-99-19"));
        Assert.That(page, Does.Not.Contain("HTML page"));
    }

    [Test]
    public void The_picture_is_part_of_the_page() =>
        Assert.That(Page(SampleReports.Of(graph => graph.Add("aws:sqs/queue:Queue", "mail"))), Does.Match("<svg[^>]*>(.|\n)*mail(.|\n)*</svg>"));

    [Test]
    public void A_secret_is_withheld_and_so_are_copies_of_it_that_lost_their_mark()
    {
        var page = Page(SampleReports.Of(graph => graph.Add(
            "aws:ssm/parameter:Parameter", "key", MapValue.Of(("value", new SecretValue("hunter2 \"quoted\"")), ("copy", ListValue.Of("is hunter2 \"quoted\" here"))))));

        Assert.That(page, Does.Not.Contain("hunter2").And.Contain("is [secret] here"));
    }

    [Test]
    public void The_page_is_the_same_every_time()
    {
        var pages = Enumerable.Range(0, 3).Select(_ => Page(SampleReports.Of(graph => SampleReports.Huge(graph, "a"))));
        Assert.That(pages.Distinct().Count(), Is.EqualTo(1));
    }

    private static string Page(StackReport report) => Encoding.UTF8.GetString(ReportHtml.Write(report));
}
