using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Components.Kubernetes;

/// <summary>Writes the JSON that other programs read as text: configurations of add-ons, of kubectl and of controllers.</summary>
internal static class JsonText
{
    // Base64 and ARNs stay readable where the text is shown: it is never put into a web page.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) => node.ToJsonString(Options);
}
