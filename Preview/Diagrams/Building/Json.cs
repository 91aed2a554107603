using System.Text.Json;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Reads JSON documents in inputs.</summary>
internal static class Json
{
    /// <summary>The value of a JSON text; null for a text that is none, which the provider refuses, not the diagram.</summary>
    public static PropertyValue Read(string text)
    {
        try
        {
            return JsonValues.Parse(text);
        }
        catch (JsonException)
        {
            return PropertyValue.Null;
        }
    }
}
