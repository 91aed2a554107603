using System.Text.Json.Serialization;

namespace Infra.Preview.Engine;

/// <summary>Serialisers made at build time: reflection would cost start-up time.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class ConfigJson : JsonSerializerContext;
