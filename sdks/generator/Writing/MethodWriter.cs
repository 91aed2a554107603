using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes the methods of resources.</summary>
public sealed class MethodWriter
{
    private const string Self = "__self__";

    private readonly Package _package;
    private readonly TypeNames _types;
    private readonly ArgsWriter _args;
    private readonly OutputWriter _outputs;

    /// <summary>Initializes a new instance of the <see cref="MethodWriter"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="types">The names of its types.</param>
    /// <param name="args">Writes the arguments.</param>
    /// <param name="outputs">Writes the results.</param>
    public MethodWriter(Package package, TypeNames types, ArgsWriter args, OutputWriter outputs)
    {
        _package = package;
        _types = types;
        _args = args;
        _outputs = outputs;
    }

    /// <summary>Writes the method itself.</summary>
    /// <param name="code">The file, inside the resource's class.</param>
    /// <param name="className">The resource's class.</param>
    /// <param name="name">The method's name in the schema.</param>
    /// <param name="token">The function's token.</param>
    /// <param name="spec">The function.</param>
    /// <param name="module">The module of the file.</param>
    public void WriteCall(CodeWriter code, string className, string name, string token, FunctionSpec spec, string module)
    {
        var method = Names.UppercaseFirst(name);
        var inputs = Inputs(spec);
        var isOptional = inputs.All(property => !property.IsRequired);
        var argsType = $"{className}{method}Args";
        var parameter = inputs.Count == 0 ? "" : isOptional ? $"{argsType}? args = null" : $"{argsType} args";
        var argument = inputs.Count == 0 ? "CallArgs.Empty" : $"args ?? new {argsType}()";
        var result = FunctionResult.Of(_package, spec);
        var lifted = Lifted(result);
        var generic = result.IsNothing ? "" : $"<{ResultName(result, className, method, module)}>";
        var type = result.IsNothing ? "void"
            : lifted is null ? "global::Pulumi.Output" + generic
            : $"global::Pulumi.Output<{_types.Of(lifted, new Place(module, "Outputs"))}>";
        var lift = lifted is null ? "" : $".Apply(v => v.{lifted.Name})";
        code.Obsolete(spec.DeprecationMessage);
        code.Line($"public {type} {method}({parameter}) => global::Pulumi.Deployment.Instance.Call{generic}({Literals.Text(token)}, {argument}, this){lift};");
    }

    /// <summary>Writes the classes of the method's arguments and result.</summary>
    /// <param name="code">The file.</param>
    /// <param name="className">The resource's class.</param>
    /// <param name="name">The method's name in the schema.</param>
    /// <param name="spec">The function.</param>
    /// <param name="module">The module of the file.</param>
    public void WriteTypes(CodeWriter code, string className, string name, FunctionSpec spec, string module)
    {
        var method = Names.UppercaseFirst(name);
        if (Inputs(spec) is { Count: > 0 } inputs)
        {
            _args.Write(code, new ArgsClass($"{className}{method}Args", "CallArgs", inputs, new Place(module, "Inputs")));
        }

        var result = FunctionResult.Of(_package, spec);
        if (result.Members is not null)
        {
            _outputs.Write(code, $"{className}{method}Result", result.Members, new Place(module, "Outputs"), isInternal: Lifted(result) is not null);
        }
    }

    private IReadOnlyList<Property> Inputs(FunctionSpec spec)
        => [.. _package.Properties(spec.Inputs?.Properties, spec.Inputs?.Required, inputShape: true).Where(property => property.WireName != Self)];

    private Property? Lifted(FunctionResult result)
        => _package.Naming.Settings.LiftSingleValueMethodReturns && result.Members is { Count: 1 } members ? members[0] : null;

    private string ResultName(FunctionResult result, string className, string method, string module)
        => result.Type is null ? $"{className}{method}Result" : _types.Of(result.Type, new Place(module, "Outputs"));
}
