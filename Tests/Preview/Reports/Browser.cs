using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Preview.Reports;

/// <summary>A headless Chromium with one page, driven by the DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private int _calls;

    private Browser(Process process, string profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>The `chromium` on the PATH; null where there is none.</summary>
    public static string? Executable => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>What the page asked the network, or a folder, for.</summary>
    public IEnumerable<string> Requests => Of("Network.requestWillBeSent").Select(entry => entry["request"]!["url"]!.GetValue<string>());

    /// <summary>Faults that the browser reports: exceptions, and what the page's policy refused.</summary>
    public IEnumerable<string> Faults => Of("Runtime.exceptionThrown").Concat(Of("Log.entryAdded")).Select(entry => entry.ToJsonString());

    public static async Task<Browser> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("report-browser-").FullName;
        var start = new ProcessStartInfo(
            Executable!, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var browser = new Browser(Process.Start(start)!, profile);
        browser._process.BeginErrorReadLine();
        browser._process.BeginOutputReadLine();
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public async Task OpenAsync(string file, string colours, string fragment = "")
    {
        await CallAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = colours }) });
        var address = new Uri(file).AbsoluteUri + fragment;
        await CallAsync("Page.navigate", new JsonObject { ["url"] = address });
        while (await EvaluateAsync("document.readyState + location.href") != $"complete{address}")
        {
            await Task.Delay(50);
        }
    }

    /// <summary>Presses keys: single characters, or names such as `Enter` and `ArrowDown`.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            var text = key == "Enter" ? "\r" : key.Length == 1 ? key : null;
            var code = key switch { "Enter" => 13, "Escape" => 27, "ArrowUp" => 38, "ArrowDown" => 40, _ => 0 };
            var down = new JsonObject { ["type"] = text is null ? "rawKeyDown" : "keyDown", ["key"] = key, ["windowsVirtualKeyCode"] = code };
            if (text is not null)
            {
                down["text"] = text;
            }

            await CallAsync("Input.dispatchKeyEvent", down);
            await CallAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key, ["windowsVirtualKeyCode"] = code });
        }
    }

    /// <summary>The value of an expression in the page, as text.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = $"String({expression})", ["returnByValue"] = true });
        return answer["result"]?["value"]?.GetValue<string>() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        for (var attempt = 1; Directory.Exists(_profile); attempt++)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                // The browser's other processes end a little later than the first.
                await Task.Delay(100);
            }
        }
    }

    private async Task ConnectAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var file = Path.Combine(_profile, "DevToolsActivePort");
        string[] port;
        while (!File.Exists(file) || (port = await File.ReadAllLinesAsync(file, patience.Token)).Length == 0)
        {
            await Task.Delay(50, patience.Token);
        }

        using var client = new HttpClient();
        var pages = await client.GetFromJsonAsync<JsonArray>($"http://127.0.0.1:{port[0]}/json/list", patience.Token);
        var page = pages!.First(entry => entry!["type"]!.GetValue<string>() == "page")!;
        await _socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), patience.Token);
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await CallAsync($"{domain}.enable", []);
        }
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        using var patience = new CancellationTokenSource(Patience);
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            using var message = new MemoryStream();
            var buffer = new byte[64 * 1024];
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, patience.Token);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            var answer = JsonNode.Parse(message.ToArray())!;
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
            }

            _events.Add(answer);
        }
    }

    private IEnumerable<JsonNode> Of(string method) => _events.Where(entry => entry["method"]?.GetValue<string>() == method).Select(entry => entry["params"]!);
}
