using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Output;
using Infra.Sdks.Generator.Schema;
using Infra.Sdks.Generator.Writing;

namespace Infra.Sdks.Generator;

/// <summary>Generates SDKs of several packages that may refer to one another.</summary>
public sealed class Generation
{
    private readonly Dictionary<string, Package> _packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Selection> _selections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Usage> _usages = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="Generation"/> class.</summary>
    /// <param name="packages">The schemas, each with what to generate of it.</param>
    /// <exception cref="GeneratorException">A schema lacks a token, or a package uses what another does not generate.</exception>
    public Generation(IEnumerable<(PackageSpec Schema, IReadOnlyList<TokenEntry> Tokens)> packages)
    {
        var sources = packages.ToList();
        foreach (var (schema, _) in sources)
        {
            _packages.Add(schema.Name, new Package(schema, Find));
        }

        foreach (var (schema, tokens) in sources)
        {
            var selection = new Selection(_packages[schema.Name], tokens);
            _selections.Add(schema.Name, selection);
            _usages.Add(schema.Name, new Usage(selection));
        }

        Shapes = new ShapeTable();
        foreach (var name in Packages)
        {
            CheckForeign(name);
            Shapes.Add(_selections[name]);
        }
    }

    /// <summary>Gets the names of the packages, sorted.</summary>
    public IReadOnlyList<string> Packages => [.. _packages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Gets what all generated resources and functions give back.</summary>
    public ShapeTable Shapes { get; }

    /// <summary>Lists what the schemas promise and do not hold.</summary>
    /// <returns>Sentences for the one who generates.</returns>
    public IEnumerable<string> Notes() => Packages.SelectMany(name => _selections[name].Notes());

    /// <summary>Writes the files of one package.</summary>
    /// <param name="package">The package's name.</param>
    /// <returns>The texts by path relative to the SDK's folder.</returns>
    public IReadOnlyDictionary<string, string> Write(string package) => PackageWriter.Write(_selections[package], _usages[package]);

    private Package Find(string name) => _packages.TryGetValue(name, out var package)
        ? package
        : throw new GeneratorException(
            $"A schema refers to package '{name}', which is not generated here. At hand are {string.Join(", ", Packages)}. Add its schema and token list.");

    private void CheckForeign(string name)
    {
        var generated = _selections.Values.SelectMany(selection => selection.Resources)
            .Concat(_packages.Values.Select(package => package.ProviderToken))
            .Concat(_usages.Values.SelectMany(usage => usage.Objects.Concat(usage.Enums)))
            .ToHashSet(StringComparer.Ordinal);
        var absent = _usages[name].Foreign.Where(token => !generated.Contains(token)).ToList();
        if (absent.Count > 0)
        {
            throw new GeneratorException(
                $"Package {name} uses {string.Join(", ", absent)}, which no token list brings in. What one SDK names another must hold. "
                + "Add the resources, or resources that use those types, to the other package's token list.");
        }
    }
}
