using System.Text.Json;
using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes the class of a resource, a component or a provider.</summary>
public sealed class ResourceWriter
{
    private readonly Package _package;
    private readonly TypeNames _types;
    private readonly MethodWriter _methods;

    /// <summary>Initializes a new instance of the <see cref="ResourceWriter"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="types">The names of its types.</param>
    /// <param name="methods">Writes the methods.</param>
    public ResourceWriter(Package package, TypeNames types, MethodWriter methods)
    {
        _package = package;
        _types = types;
        _methods = methods;
    }

    /// <summary>Writes the class.</summary>
    /// <param name="code">The file.</param>
    /// <param name="token">The resource's token.</param>
    /// <param name="spec">The resource.</param>
    /// <param name="methods">Its methods.</param>
    public void Write(CodeWriter code, string token, ResourceSpec spec, IReadOnlyList<(string Name, string Token, FunctionSpec Spec)> methods)
    {
        var shape = Shape(token, spec);
        code.Blank();
        code.Summary(shape.IsProvider ? $"Is the provider of package <c>{_package.Spec.Name}</c>." : $"Is a resource of type <c>{token}</c>.");
        code.Obsolete(spec.DeprecationMessage);
        code.Line($"[{_package.Naming.PackageName}ResourceType({Literals.Text(token)})]");
        code.Open($"public partial class {shape.Name} : {shape.BaseClass}");
        var outputs = WriteOutputs(code, spec, shape);
        WriteConstructors(code, spec, shape);
        WriteOptions(code, spec, shape, outputs);
        if (shape.HasGet)
        {
            var state = spec.StateInputs is null ? "" : $"{shape.Name}State? state = null, ";
            code.Line($"public static {shape.Name} Get(string name, Input<string> id, {state}{shape.Options}? options = null) "
                + $"=> new {shape.Name}(name, id, {(state.Length == 0 ? "" : "state, ")}options);");
        }

        foreach (var (name, methodToken, method) in methods)
        {
            _methods.WriteCall(code, shape.Name, name, methodToken, method, shape.Module);
        }

        code.Close();
    }

    private ResourceShape Shape(string token, ResourceSpec spec)
    {
        var isProvider = token == _package.ProviderToken;
        var name = _package.ResourceName(token);
        var module = _package.Naming.Module(token);
        var args = _package.Naming.IsKubernetes && !isProvider
            ? $"global::{_package.Naming.Namespace(module, "Inputs")}.{name}Args"
            : name + "Args";
        var baseClass = isProvider ? "global::Pulumi.ProviderResource"
            : spec.IsComponent ? "global::Pulumi.ComponentResource"
            : _package.Naming.IsKubernetes ? "KubernetesResource"
            : "global::Pulumi.CustomResource";
        return new ResourceShape(
            name,
            module,
            isProvider ? _package.Spec.Name : token,
            args,
            baseClass,
            spec.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions",
            isProvider,
            spec.IsComponent);
    }

    private IReadOnlyList<Property> WriteOutputs(CodeWriter code, ResourceSpec spec, ResourceShape shape)
    {
        var outputs = _package.Properties(spec.Properties, spec.Required, inputShape: false);
        if (shape.IsProvider)
        {
            // A provider's configuration comes back as text; what is not text has no readable form.
            outputs = [.. outputs.Where(property => property.Type is PrimitiveType { Kind: PrimitiveKind.String })];
        }

        foreach (var property in outputs)
        {
            var type = _types.Of(property, new Place(shape.Module, "Outputs"));
            code.Line($"[Output({Literals.Text(property.WireName)})] public Output<{type}> {property.Name} {{ get; private set; }} = null!;");
        }

        return outputs;
    }

    private void WriteConstructors(CodeWriter code, ResourceSpec spec, ResourceShape shape)
    {
        var inputs = _package.Properties(spec.InputProperties, spec.RequiredInputs, inputShape: true);
        var constants = inputs.Where(property => property.Constant is not null).ToList();
        var isOptional = _package.Naming.IsKubernetes || !inputs.Any(property => property.IsRequired);
        var argsType = isOptional ? shape.Args + "?" : shape.Args;
        var given = constants.Count > 0 ? "MakeArgs(args)" : $"args ?? new {shape.Args}()";
        var remote = shape.IsComponent ? ", remote: true" : "";
        var token = Literals.Text(shape.Token);

        code.Line($"public {shape.Name}(string name, {argsType} args{(isOptional ? " = null" : "")}, {shape.Options}? options = null)");
        code.Line($"    : base({token}, name, {given}, MakeResourceOptions(options, \"\"){remote}) {{ }}");
        if (_package.Naming.Settings.DictionaryConstructors && !shape.IsComponent)
        {
            code.Line($"internal {shape.Name}(string name, ImmutableDictionary<string, object?> dictionary, {shape.Options}? options = null)");
            code.Line($"    : base({token}, name, new DictionaryResourceArgs(dictionary), MakeResourceOptions(options, \"\")) {{ }}");
        }

        if (shape.HasGet)
        {
            var (parameter, state) = spec.StateInputs is null ? ("", "null") : ($"{shape.Name}State? state = null, ", "state");
            code.Line($"private {shape.Name}(string name, Input<string> id, {parameter}{shape.Options}? options = null)");
            code.Line($"    : base({token}, name, {state}, MakeResourceOptions(options, id)) {{ }}");
        }

        if (constants.Count > 0)
        {
            code.Open($"private static {argsType} MakeArgs({argsType} args)");
            code.Line($"args ??= new {shape.Args}();");
            foreach (var property in constants)
            {
                code.Line($"args.{property.Name} = {Literals.Value(property.Constant!.Value)};");
            }

            code.Line("return args;");
            code.Close();
        }
    }

    private void WriteOptions(CodeWriter code, ResourceSpec spec, ResourceShape shape, IReadOnlyList<Property> outputs)
    {
        code.Open($"private static {shape.Options} MakeResourceOptions({shape.Options}? options, Input<string>? id)");
        code.Open($"var merged = {shape.Options}.Merge(new {shape.Options}");
        code.Line("Version = Utilities.Version,");
        if (_package.Spec.PluginDownloadUrl is { Length: > 0 } url)
        {
            code.Line($"PluginDownloadURL = {Literals.Text(url)},");
        }

        WriteList(code, "Aliases", (spec.Aliases ?? []).Select(AliasType).Select(type => $"new global::Pulumi.Alias {{ Type = {Literals.Text(type)} }}"));
        WriteList(code, "AdditionalSecretOutputs", outputs.Where(property => property.Spec.Secret).Select(property => Literals.Text(property.WireName)));
        WriteList(code, "ReplaceOnChanges", ReplacePaths.Of(outputs).Select(Literals.Text));
        code.Close(", options);");
        code.Line("merged.Id = id ?? merged.Id;");
        code.Line("return merged;");
        code.Close();
    }

    private static void WriteList(CodeWriter code, string name, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count > 0)
        {
            code.Line($"{name} = {{ {string.Join(", ", list)} }},");
        }
    }

    private static string AliasType(JsonElement alias)
        => alias.ValueKind == JsonValueKind.String ? alias.GetString()! : alias.GetProperty("type").GetString()!;

    private sealed record ResourceShape(
        string Name, string Module, string Token, string Args, string BaseClass, string Options, bool IsProvider, bool IsComponent)
    {
        public bool HasGet => !IsProvider && !IsComponent;
    }
}
