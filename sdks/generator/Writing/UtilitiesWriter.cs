using Infra.Sdks.Generator.Binding;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes what all classes of an SDK share: its version, defaults from the environment and the resource attribute.</summary>
public static class UtilitiesWriter
{
    private static readonly (string Name, string Type, string Parse)[] Readers =
    [
        ("Boolean", "bool", "value switch { \"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" => true, \"0\" or \"f\" or \"F\" or \"false\" or \"FALSE\" or \"False\" => false, _ => null }"),
        ("Int32", "int", "int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null"),
        ("Double", "double", "double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null"),
    ];

    /// <summary>Writes the class and the attribute.</summary>
    /// <param name="code">The file.</param>
    /// <param name="package">The package.</param>
    public static void Write(CodeWriter code, Package package)
    {
        code.Blank();
        code.Open("internal static class Utilities");
        code.Line("private static string? _version;");
        code.Blank();
        code.Line("// Read once and only when the first resource or function needs it.");
        code.Line("public static string Version => _version ??= ReadVersion();");
        code.Blank();
        code.Open("public static string? GetEnv(params string[] names)");
        code.Open("foreach (var name in names)");
        code.Line("var value = Environment.GetEnvironmentVariable(name);");
        code.Open("if (value is not null)");
        code.Line("return value;");
        code.Close();
        code.Close();
        code.Line("return null;");
        code.Close();
        foreach (var (name, type, parse) in Readers)
        {
            code.Blank();
            code.Open($"public static {type}? GetEnv{name}(params string[] names)");
            code.Line("var value = GetEnv(names);");
            code.Line($"return {parse};");
            code.Close();
        }

        WriteDefaults(code, package, "InvokeOptions");
        WriteDefaults(code, package, "InvokeOutputOptions");
        WriteVersion(code, package);
        code.Close();

        code.Blank();
        code.Open($"internal sealed class {package.Naming.PackageName}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute");
        code.Line($"public {package.Naming.PackageName}ResourceTypeAttribute(string type) : base(type, Utilities.Version) {{ }}");
        code.Close();
    }

    /// <summary>Writes the base class of the Kubernetes SDK's resources.</summary>
    /// <param name="code">The file.</param>
    public static void WriteKubernetesResource(CodeWriter code)
    {
        code.Blank();
        code.Summary("Is the base of all Kubernetes resources.");
        code.Open("public abstract class KubernetesResource : global::Pulumi.CustomResource");
        code.Line("internal KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)");
        code.Line("    : base(type, name, args, options) { }");
        code.Close();
    }

    private static void WriteDefaults(CodeWriter code, Package package, string type)
    {
        code.Blank();
        code.Open($"public static {type} WithDefaults(this {type}? options)");
        code.Line($"var merged = options ?? new {type}();");
        code.Line("merged.Version ??= Version;");
        if (package.Spec.PluginDownloadUrl is { Length: > 0 } url)
        {
            code.Line($"merged.PluginDownloadURL ??= {Literals.Text(url)};");
        }

        code.Line("return merged;");
        code.Close();
    }

    private static void WriteVersion(CodeWriter code, Package package)
    {
        var resource = package.Naming.PackageNamespace + ".version.txt";
        code.Blank();
        code.Open("private static string ReadVersion()");
        code.Line($"const string name = {Literals.Text(resource)};");
        code.Line("using var stream = typeof(Utilities).Assembly.GetManifestResourceStream(name)");
        code.Line("    ?? throw new InvalidOperationException($\"The assembly lacks the resource {name}, which holds the provider's version. Build it from its project file.\");");
        code.Line("using var reader = new StreamReader(stream);");
        code.Blank();
        code.Line("// One line is the version; of two lines the first is the plugin's name.");
        code.Line("var lines = reader.ReadToEnd().Trim().Split('\\n');");
        code.Line("return lines[^1].Trim();");
        code.Close();
    }
}
