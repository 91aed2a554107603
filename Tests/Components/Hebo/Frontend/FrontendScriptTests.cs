using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Infra.Components.Hebo.Frontend.Server;
using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Components.Hebo.Frontend;

/// <summary>The frontend's two scripts, run by Node.js where there is one.</summary>
public sealed class FrontendScriptTests
{
    private const string Sdk = """
        exports.GetSecretValueCommand = class { constructor(input) { this.input = input; } };
        exports.SecretsManagerClient = class { async send(command) { return { SecretString: `key of ${command.input.SecretId}` }; } };
        """;

    private const string Runtime = """
        const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");
        globalThis.awslambda = {
          streamifyResponse: (handler) => { handler[STREAMING] = "response"; return handler; },
          HttpResponseStream: { from: (stream, metadata) => { stream.status = metadata.statusCode; return stream; } },
        };
        """;

    private string _folder = "";

    [SetUp]
    public void MakeAFolder() => _folder = Directory.CreateTempSubdirectory("frontend-scripts-").FullName;

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Requests_without_the_secret_are_refused_and_others_reach_the_application_which_knows_its_key()
    {
        var answers = RunBehindOrigin(
            "export const handler = async (event) => ({ statusCode: 200, body: `${event.rawPath} ${process.env.STACK_SECRET_SERVER_KEY}` });",
            """
            const { handler } = await import("./origin.mjs");
            const call = async (headers) => { const answer = await handler({ rawPath: "/x", headers }, {}); return `${answer.statusCode} ${answer.body}`; };
            console.log(JSON.stringify([await call({ "x-origin-secret": "known" }), await call({ "x-origin-secret": "guessed" }), await call({}), await call(undefined)]));
            """);
        const string Refusal = "403 This address answers CloudFront only.";
        Assert.That(answers, Is.EqualTo(new[] { "200 /x key of arn:key", Refusal, Refusal, Refusal }));
    }

    [Test]
    public void An_application_that_streams_is_guarded_the_same_way()
    {
        var answers = RunBehindOrigin(
            "export const handler = awslambda.streamifyResponse(async (event, stream, context) => { stream.status = 200; stream.end(`${event.rawPath} ${context.id}`); });",
            Runtime + """

            const { handler } = await import("./origin.mjs");
            const call = async (headers) => { const stream = { end(text) { this.text = text; } }; await handler({ rawPath: "/x", headers }, stream, { id: 7 }); return `${stream.status} ${stream.text}`; };
            console.log(JSON.stringify([handler[STREAMING], await call({ "x-origin-secret": "known" }), await call({})]));
            """);
        Assert.That(answers, Is.EqualTo(new[] { "response", "200 /x 7", "403 This address answers CloudFront only." }));
    }

    [Test]
    public void The_viewers_host_is_handed_on_and_what_a_page_depends_on_tells_cached_pages_apart()
    {
        var script = """
            const pairs = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
            const ask = (handler, uri, headers, cookies = {}) => handler({ request: { uri, headers: pairs({ host: "site.example", "x-forwarded-host": "forged", ...headers }), cookies: pairs(cookies) } }).headers;
            const key = (...request) => ask(...request)["x-open-next-cache-key"].value;
            const plain = key(first, "/a", {});
            console.log(JSON.stringify([
              ask(first, "/a", {})["x-forwarded-host"].value,
              String(plain === key(first, "/a", { accept: "text/html", "x-open-next-cache-key": "forged" })),
              String(plain === key(first, "/a", { rsc: "1" })),
              String(plain === key(first, "/a", {}, { __prerender_bypass: "1" })),
              String(plain === key(second, "/a", {})),
              String(plain === key(first, "/a", { host: "d1.cloudfront.net" })),
              String(key(first, "/_next/image", { accept: "image/avif" }) === key(first, "/_next/image", { accept: "image/webp" })),
            ]));
            """;
        var loaded = string.Join('\n', new[] { "first", "second" }.Select(name => $"const {name} = (() => {{ {ViewerRequest.Code(name)}\nreturn handler; }})();"));
        Assert.That(Run("commonjs", $"{loaded}\n{script}"), Is.EqualTo(new[] { "site.example", "true", "false", "false", "false", "false", "false" }));
    }

    private string[] RunBehindOrigin(string application, string script)
    {
        var sdk = Directory.CreateDirectory(Path.Combine(_folder, "node_modules", "@aws-sdk", "client-secrets-manager")).FullName;
        File.WriteAllText(Path.Combine(sdk, "index.js"), Sdk);
        File.WriteAllText(Path.Combine(_folder, "index.mjs"), application);
        File.Copy(Path.Combine(Scenario.RepositoryDirectory, "Components", "Hebo", "Frontend", "Server", "origin.mjs"), Path.Combine(_folder, "origin.mjs"));
        return Run("module", script);
    }

    private string[] Run(string kind, string script)
    {
        var start = new ProcessStartInfo("node", [$"--input-type={kind}", "--eval", script])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ORIGIN_SECRET"] = "known", ["STACK_SECRET_SERVER_KEY_ARN"] = "arn:key" },
        };
        try
        {
            using var node = Process.Start(start)!;
            var error = node.StandardError.ReadToEndAsync();
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.That(node.ExitCode, Is.Zero, () => error.GetAwaiter().GetResult());
            return JsonSerializer.Deserialize<string[]>(output)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no Node.js here to run the script with.");
            throw;
        }
    }
}
