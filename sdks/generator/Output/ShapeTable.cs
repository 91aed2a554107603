using System.Text;
using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Output;

/// <summary>
/// Collects what resources, functions and types give back, as lines of text:
/// <c>R token⇥property:type;…</c> for a resource, <c>F</c> for a function, <c>T</c> for an object type.
/// A type is <c>s</c> text, <c>i</c> integer, <c>n</c> number, <c>b</c> boolean, <c>[T]</c> list, <c>{T}</c> map,
/// <c>@token</c> an object type or a resource, <c>*</c> anything else; <c>!</c> marks a secret, <c>?</c> what may be absent.
/// </summary>
public sealed class ShapeTable
{
    private readonly SortedDictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly Queue<ObjectType> _pending = [];
    private readonly HashSet<ObjectType> _seen = [];

    /// <summary>Adds what a selection gives back.</summary>
    /// <param name="selection">The resources and functions.</param>
    public void Add(Selection selection)
    {
        var package = selection.Package;
        foreach (var (token, resource) in selection.AllResources())
        {
            Add("R", token, package.Properties(resource.Properties, Present(resource), inputShape: false));
            foreach (var (_, method, function) in selection.Methods(resource))
            {
                Add(package, method, function);
            }
        }

        foreach (var token in selection.Functions)
        {
            Add(package, token, package.Spec.Functions[token]);
        }

        while (_pending.TryDequeue(out var type))
        {
            var spec = type.Package.Spec.Types[type.Token];
            Add("T", type.Token, type.Package.Properties(spec.Properties, Present(spec), inputShape: false));
        }
    }

    /// <summary>Gives the table.</summary>
    /// <returns>The lines in ordinal order.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (key, line) in _lines)
        {
            text.Append(key).Append('\t').Append(line).Append('\n');
        }

        return text.ToString();
    }

    private void Add(Package package, string token, FunctionSpec function)
    {
        var result = FunctionResult.Of(package, function);
        if (result.Members is not null)
        {
            Add("F", token, result.Members);
        }
        else if (result.Type is not null)
        {
            _lines["F " + token] = "result:" + Code(result.Type);
        }
    }

    private void Add(string kind, string token, IReadOnlyList<Property> properties)
        => _lines[$"{kind} {token}"] = string.Join(';', properties.Select(property =>
            $"{property.WireName}:{Code(property.Type)}{(property.Spec.Secret ? "!" : "")}{(property.IsRequired ? "" : "?")}"));

    // Where what comes back differs from what is given, schemas list it among the settings of another language.
    private static List<string>? Present(ObjectSpec spec)
        => spec.Language?.TryGetValue("nodejs", out var settings) == true && settings.TryGetProperty("requiredOutputs", out var outputs)
            ? [.. outputs.EnumerateArray().Select(name => name.GetString()!)]
            : spec.Required;

    private string Code(SchemaType type)
    {
        switch (type)
        {
            case ArrayType array:
                return $"[{Code(array.Element)}]";
            case MapType map:
                return $"{{{Code(map.Element)}}}";
            case EnumType item:
                return Writing.EnumWriter.Kind(item.Package, item.Token) switch
                {
                    PrimitiveKind.String => "s",
                    PrimitiveKind.Integer => "i",
                    _ => "n",
                };
            case ResourceType resource:
                return "@" + resource.Token;
            case ObjectType item:
                if (_seen.Add(item))
                {
                    _pending.Enqueue(item);
                }

                return "@" + item.Token;
            case UnionType union:
                var codes = union.Alternatives.Select(Code).Distinct(StringComparer.Ordinal).ToList();
                return codes.Count == 1 ? codes[0] : "*";
            case PrimitiveType { Kind: var kind }:
                return kind switch
                {
                    PrimitiveKind.String => "s",
                    PrimitiveKind.Integer => "i",
                    PrimitiveKind.Number => "n",
                    PrimitiveKind.Boolean => "b",
                    _ => "*",
                };
            default:
                throw new InvalidOperationException($"No code for {type}.");
        }
    }
}
