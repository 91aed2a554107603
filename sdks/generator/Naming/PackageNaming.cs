using System.Text.RegularExpressions;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Naming;

/// <summary>Names the modules and namespaces of one package.</summary>
public sealed class PackageNaming
{
    private readonly Dictionary<string, string> _namespaces;
    private readonly Regex _module;

    /// <summary>Initializes a new instance of the <see cref="PackageNaming"/> class.</summary>
    /// <param name="package">The schema whose settings decide.</param>
    public PackageNaming(PackageSpec package)
    {
        Settings = SchemaFile.CSharp<CSharpPackageSpec>(package.Language) ?? new CSharpPackageSpec();
        _namespaces = Settings.Namespaces ?? [];
        _module = new Regex(package.Meta?.ModuleFormat ?? "(.*)", RegexOptions.CultureInvariant);
        RootNamespace = string.IsNullOrEmpty(Settings.RootNamespace) ? "Pulumi" : Settings.RootNamespace;
        PackageName = NamespacePart(package.Name);
        PackageNamespace = RootNamespace + "." + PackageName;
    }

    /// <summary>Gets the C# settings of the schema.</summary>
    public CSharpPackageSpec Settings { get; }

    /// <summary>Gets the first part of all namespaces.</summary>
    public string RootNamespace { get; }

    /// <summary>Gets the package's own part of the namespace, such as <c>Aws</c>.</summary>
    public string PackageName { get; }

    /// <summary>Gets the namespace of the package, such as <c>Pulumi.Aws</c>.</summary>
    public string PackageNamespace { get; }

    /// <summary>Gets a value indicating whether names follow the Terraform bridge.</summary>
    public bool IsBridge => Settings.Compatibility == "tfbridge20";

    /// <summary>Gets a value indicating whether names follow the Kubernetes SDK.</summary>
    public bool IsKubernetes => Settings.Compatibility == "kubernetes20";

    /// <summary>Finds the module of a token; empty means the package itself.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The module's name, such as <c>ecs</c> or <c>apps/v1</c>.</returns>
    public string Module(string token)
    {
        var middle = Token.Parse(token).Module;
        if (middle == "providers" || (middle == "pulumi" && token.StartsWith("pulumi:", StringComparison.Ordinal)))
        {
            return "";
        }

        var match = _module.Match(middle);
        return !match.Success || match.Groups.Count < 2 || match.Groups[1].Value.StartsWith("index", StringComparison.Ordinal)
            ? ""
            : match.Groups[1].Value;
    }

    /// <summary>Makes the namespace of a module's resources, functions and enums.</summary>
    /// <param name="module">The module, empty for the package itself.</param>
    /// <returns>A namespace such as <c>Pulumi.Aws.Ecs</c>.</returns>
    public string Namespace(string module) => module.Length == 0 ? PackageNamespace : PackageNamespace + "." + NamespacePart(module);

    /// <summary>Makes the namespace of a module's nested types.</summary>
    /// <param name="module">The module, empty for the package itself.</param>
    /// <param name="qualifier"><c>Inputs</c>, <c>Outputs</c> or <c>Types</c>.</param>
    /// <returns>A namespace such as <c>Pulumi.Aws.Ecs.Inputs</c>.</returns>
    public string Namespace(string module, string qualifier)
        => IsKubernetes ? $"{PackageNamespace}.Types.{qualifier}.{NamespacePart(module)}" : $"{Namespace(module)}.{qualifier}";

    /// <summary>Makes the folder of a module's files, relative to the SDK's own.</summary>
    /// <param name="module">The module, empty for the package itself.</param>
    /// <returns>A path with <c>/</c>, empty for the package itself.</returns>
    public string Folder(string module) => module.Length == 0 ? "" : NamespacePart(module).Replace('.', '/');

    private string NamespacePart(string name)
    {
        if (_namespaces.TryGetValue(name, out var given))
        {
            return given;
        }

        return string.Join('.', name.Split('/').Select(part => string.Concat(part.Split('-').Select(Names.UppercaseFirst))));
    }
}
