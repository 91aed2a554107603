using System.Text.Json;
using NUnit.Framework;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class InputJsonTests
{
    [Test]
    public async Task Text_documents_and_elements_become_the_same_input()
    {
        const string text = """{"a":1}""";
        using var document = JsonDocument.Parse(text);
        InputJson[] inputs =
        [
            text,
            document,
            document.RootElement,
            Output.Create(text),
            Output.Create(document),
            Output.Create(document.RootElement),
        ];

        foreach (var input in inputs)
        {
            var element = await input.ToOutput().ValueAsync();
            Assert.That(element.GetRawText(), Is.EqualTo(text));
        }
    }

    [Test]
    public void Text_that_is_not_json_is_refused()
    {
        Assert.That(() => { InputJson _ = "{"; }, Throws.InstanceOf<JsonException>());
        InputJson later = Output.Create("{");
        Assert.That(async () => await later.ToOutput().DataTask, Throws.InstanceOf<JsonException>());
    }
}
