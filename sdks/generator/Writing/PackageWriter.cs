using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes all files of one SDK: one per resource and function, one each for a module's inputs, outputs and enums.</summary>
public sealed class PackageWriter
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Collections.Immutable", "System.Threading.Tasks", "Pulumi", "Pulumi.Serialization"];

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Package _package;
    private readonly Selection _selection;
    private readonly Usage _usage;
    private readonly TypeNames _types;
    private readonly ArgsWriter _args;
    private readonly OutputWriter _outputs;
    private readonly MethodWriter _methods;
    private readonly string _origin;

    private PackageWriter(Selection selection, Usage usage)
    {
        _package = selection.Package;
        _selection = selection;
        _usage = usage;
        _types = new TypeNames(_package, usage);
        _args = new ArgsWriter(_package, _types);
        _outputs = new OutputWriter(_types);
        _methods = new MethodWriter(_package, _types, _args, _outputs);
        _origin = $"{_package.Spec.Name} {_package.Spec.Version}";
    }

    /// <summary>Writes an SDK.</summary>
    /// <param name="selection">What to write.</param>
    /// <param name="usage">Where its types are used.</param>
    /// <returns>The files' texts by path relative to the SDK's folder, with <c>/</c>, sorted.</returns>
    public static IReadOnlyDictionary<string, string> Write(Selection selection, Usage usage)
    {
        var writer = new PackageWriter(selection, usage);
        writer.WriteShared();
        writer.WriteResources();
        writer.WriteFunctions();
        writer.WriteTypes();
        writer.WriteEnums();
        return writer._files;
    }

    private void WriteShared()
    {
        var naming = _package.Naming;
        var version = _package.Spec.Version;
        if (string.IsNullOrEmpty(version))
        {
            throw new GeneratorException(
                $"The schema of {_package.Spec.Name} has no 'version'. The engine loads the provider of that version, so it must be there. "
                + "Write the schema with `pulumi package get-schema NAME@VERSION`.");
        }

        _files["version.txt"] = version + "\n";
        var server = _package.Spec.PluginDownloadUrl is { Length: > 0 } url ? $",\n  \"server\": {Literals.Text(url)}" : "";
        _files["pulumi-plugin.json"] =
            $"{{\n  \"resource\": true,\n  \"name\": {Literals.Text(_package.Spec.Name)},\n  \"version\": {Literals.Text(version)}{server}\n}}\n";

        Add("Utilities.cs", naming.PackageNamespace, code => UtilitiesWriter.Write(code, _package), "System", "System.Globalization", "System.IO", "Pulumi");
        if (naming.IsKubernetes)
        {
            Add("KubernetesResource.cs", naming.PackageNamespace, UtilitiesWriter.WriteKubernetesResource, "Pulumi");
        }

        if (_package.Spec.Config?.Variables.Count > 0)
        {
            Add("Config.cs", naming.PackageNamespace, new ConfigWriter(_package, _types).Write);
        }
    }

    private void WriteResources()
    {
        var writer = new ResourceWriter(_package, _types, _methods);
        foreach (var (token, spec) in _selection.AllResources())
        {
            var module = _package.Naming.Module(token);
            var name = _package.ResourceName(token);
            var methods = _selection.Methods(spec).ToList();
            Add(PathOf(module, name), _package.Naming.Namespace(module), code =>
            {
                writer.Write(code, token, spec, methods);
                if (!InputsApart(token))
                {
                    WriteResourceArgs(code, token);
                }

                foreach (var (method, _, function) in methods)
                {
                    _methods.WriteTypes(code, name, method, function, module);
                }
            });
        }
    }

    // The Kubernetes SDK keeps the arguments of its resources among the nested inputs.
    private bool InputsApart(string token) => _package.Naming.IsKubernetes && token != _package.ProviderToken;

    private void WriteResourceArgs(CodeWriter code, string token)
    {
        var isProvider = token == _package.ProviderToken;
        var spec = isProvider ? _package.Spec.Provider! : _package.Spec.Resources[token];
        var name = _package.ResourceName(token);
        var place = new Place(_package.Naming.Module(token), "Inputs");
        var inputs = _package.Properties(spec.InputProperties, spec.RequiredInputs, inputShape: true);
        _args.Write(code, new ArgsClass(name + "Args", "ResourceArgs", inputs, place, IsProvider: isProvider));
        if (spec.StateInputs is { } state)
        {
            var properties = _package.Properties(state.Properties, state.Required, inputShape: true);
            _args.Write(code, new ArgsClass(name + "State", "ResourceArgs", properties, place with { IsState = true }));
        }
    }

    private void WriteFunctions()
    {
        var writer = new FunctionWriter(_package, _types, _args, _outputs);
        foreach (var token in _selection.Functions)
        {
            var module = _package.Naming.Module(token);
            Add(PathOf(module, Names.Function(token)), _package.Naming.Namespace(module), code => writer.Write(code, token));
        }
    }

    private void WriteTypes()
    {
        var modules = _usage.Objects.Where(token => !_package.Spec.Types[token].IsOverlay)
            .Union(_selection.Resources.Where(InputsApart), StringComparer.Ordinal)
            .GroupBy(_package.Naming.Module, StringComparer.Ordinal);
        foreach (var module in modules)
        {
            WriteInputs(module.Key, [.. module.Order(StringComparer.Ordinal)]);
            WriteOutputs(module.Key, [.. module.Where(_package.Spec.Types.ContainsKey).Order(StringComparer.Ordinal)]);
        }
    }

    private void WriteInputs(string module, IReadOnlyList<string> tokens)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        AddIfAny(PathOf(module, "Inputs"), _package.Naming.Namespace(module, "Inputs"), code =>
        {
            // The arguments of a resource win over a nested type of the same name.
            foreach (var token in tokens.Where(token => _package.Spec.Resources.ContainsKey(token) && InputsApart(token)))
            {
                written.Add(_package.ResourceName(token) + "Args");
                WriteResourceArgs(code, token);
            }

            foreach (var token in tokens.Where(_package.Spec.Types.ContainsKey))
            {
                WriteInput(code, new ObjectType(_package, token, InputShape: false), module, written);
                WriteInput(code, new ObjectType(_package, token, InputShape: true), module, written);
            }

            return written.Count > 0;
        });
    }

    private void WriteInput(CodeWriter code, ObjectType type, string module, HashSet<string> written)
    {
        var uses = _usage.Of(type);
        var properties = Package.Properties(type);
        var place = new Place(module, "Inputs");
        if (uses.HasFlag(Uses.Input))
        {
            var name = _types.ClassName(type, place);
            var baseClass = !type.InputShape && uses.HasFlag(Uses.Plain) ? "InvokeArgs" : "ResourceArgs";
            if (written.Add(name))
            {
                _args.Write(code, new ArgsClass(name, baseClass, properties, place, TakesOutputs: type.InputShape));
            }
        }

        if (uses.HasFlag(Uses.State))
        {
            var state = place with { IsState = true };
            var name = _types.ClassName(type, state);
            if (written.Add(name))
            {
                _args.Write(code, new ArgsClass(name, "ResourceArgs", properties, state));
            }
        }
    }

    private void WriteOutputs(string module, IReadOnlyList<string> tokens)
        => AddIfAny(PathOf(module, "Outputs"), _package.Naming.Namespace(module, "Outputs"), code =>
        {
            var place = new Place(module, "Outputs");
            var types = tokens.Select(token => new ObjectType(_package, token, InputShape: false))
                .Where(type => _usage.Of(type).HasFlag(Uses.Output)).ToList();
            foreach (var type in types)
            {
                _outputs.Write(code, _types.ClassName(type, place), Package.Properties(type), place);
            }

            return types.Count > 0;
        });

    private void WriteEnums()
    {
        foreach (var module in _usage.Enums.Where(token => !_package.Spec.Types[token].IsOverlay).GroupBy(_package.Naming.Module, StringComparer.Ordinal))
        {
            Add(
                PathOf(module.Key, "Enums"),
                _package.Naming.Namespace(module.Key),
                code => module.ToList().ForEach(token => EnumWriter.Write(code, _package, token)),
                "System",
                "System.ComponentModel",
                "Pulumi");
        }
    }

    private string PathOf(string module, string name)
    {
        var folder = _package.Naming.Folder(module);
        return folder.Length == 0 ? name + ".cs" : $"{folder}/{name}.cs";
    }

    private void Add(string path, string space, Action<CodeWriter> write, params string[] usings)
        => AddIfAny(
            path,
            space,
            code =>
            {
                write(code);
                return true;
            },
            usings);

    private void AddIfAny(string path, string space, Func<CodeWriter, bool> write, params string[] usings)
    {
        var code = new CodeWriter(_origin, space, usings.Length == 0 ? Usings : usings);
        if (write(code) && !_files.TryAdd(path, code.ToString()))
        {
            throw new GeneratorException(
                $"Two members of package {_package.Spec.Name} would be written to '{path}'. File names follow class names, which must differ within a module. "
                + "Leave one of them out of the token list.");
        }
    }
}
