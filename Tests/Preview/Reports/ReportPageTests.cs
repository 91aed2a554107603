using Infra.Preview.Model;
using Infra.Preview.Reports;
using Infra.Tests.Preview.Cli;
using NUnit.Framework;

namespace Infra.Tests.Preview.Reports;

/// <summary>The page in a browser. Where no Chromium is on the PATH, these tests are skipped.</summary>
[NonParallelizable]
public sealed class ReportPageTests
{
    private const string Shown = "[...document.querySelectorAll('.item:not([hidden]) > summary .name')].map(name => name.textContent).join()";
    private const string Focused = "document.activeElement.textContent";

    private readonly TemporaryProject _folder = new();
    private Browser? _browser;

    private Browser Page => _browser!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        Assume.That(Browser.Executable, Is.Not.Null, "No chromium is on the PATH.");
        _browser = await Browser.StartAsync();
    }

    [OneTimeTearDown]
    public async Task EndBrowser()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _folder.Dispose();
    }

    [TestCase("light", "rgb(255, 255, 255)")]
    [TestCase("dark", "rgb(13, 17, 23)")]
    public async Task The_page_takes_the_readers_colours_and_loads_nothing(string colours, string background)
    {
        await OpenAsync(colours);

        Assert.That(await Page.EvaluateAsync("getComputedStyle(document.body).backgroundColor"), Is.EqualTo(background));
        Assert.That(Page.Requests, Has.All.StartsWith(new Uri(_folder.Directory).AbsoluteUri));
        Assert.That(Page.Faults, Is.Empty);
    }

    [Test]
    public async Task A_slash_leads_to_the_search_which_hides_what_does_not_match()
    {
        await OpenAsync();
        await Page.PressAsync("/");
        await Page.PressAsync([.. "queue mail".Select(character => character.ToString())]);

        Assert.That(await Page.EvaluateAsync(Shown), Does.Contain("aws:sqs:Queue mail").And.Not.Contain("orders").And.Not.Contain("files"));
        Assert.That(await Page.EvaluateAsync("document.getElementById('report-count').textContent"), Does.Match("^\\d+ of \\d+$"));

        await Page.PressAsync("Escape");
        Assert.That(await Page.EvaluateAsync(Shown), Does.Contain("files"));
    }

    [Test]
    public async Task An_address_can_carry_a_search()
    {
        await OpenAsync(fragment: "#search=mail");
        Assert.That(await Page.EvaluateAsync(Shown), Does.Contain("mail").And.Not.Contain("orders"));
    }

    [Test]
    public async Task Keys_move_from_fold_to_fold_and_enter_folds()
    {
        await OpenAsync();
        await Page.PressAsync("j");
        var first = await Page.EvaluateAsync(Focused);
        await Page.PressAsync("j", "ArrowDown");
        var third = await Page.EvaluateAsync(Focused);
        await Page.PressAsync("k", "ArrowUp");

        Assert.That(await Page.EvaluateAsync(Focused), Is.EqualTo(first).And.Not.EqualTo(third));
        Assert.That(await Page.EvaluateAsync("document.activeElement.parentElement.open"), Is.EqualTo("true"));
        await Page.PressAsync("Enter");
        Assert.That(await Page.EvaluateAsync("document.activeElement.parentElement.open"), Is.EqualTo("false"));
        await Page.PressAsync("j");
        Assert.That(await Page.EvaluateAsync(Focused), Is.Not.EqualTo(third), "What is folded is passed over.");
    }

    [Test]
    public async Task A_script_in_a_name_does_not_run()
    {
        await OpenAsync();
        Assert.That(await Page.EvaluateAsync("window.broken"), Is.EqualTo("undefined"));
        Assert.That(await Page.EvaluateAsync("document.body.textContent"), Does.Contain("<script>window.broken = true</script>"));
    }

    private async Task OpenAsync(string colours = "light", string fragment = "")
    {
        var report = SampleReports.Of(
            graph => graph.Add("aws:dynamodb/table:Table", "orders", MapValue.Of(("hashKey", "id"))),
            graph =>
            {
                graph.Add("aws:dynamodb/table:Table", "orders", MapValue.Of(("hashKey", "number")));
                graph.Add("aws:sqs/queue:Queue", "mail");
                graph.Add("aws:s3/bucket:Bucket", "files");
                graph.Add("demo:index:Thing", "<script>window.broken = true</script>");
            });
        var file = Path.Combine(_folder.Directory, $"{TestContext.CurrentContext.Test.ID}.html");
        await File.WriteAllBytesAsync(file, ReportHtml.Write(report));
        await Page.OpenAsync(file, colours, fragment);
    }
}
