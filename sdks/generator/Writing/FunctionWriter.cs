using Infra.Sdks.Generator.Binding;
using Infra.Sdks.Generator.Naming;
using Infra.Sdks.Generator.Schema;

namespace Infra.Sdks.Generator.Writing;

/// <summary>Writes functions: a static class with a form for plain arguments and forms for outputs.</summary>
public sealed class FunctionWriter
{
    private readonly Package _package;
    private readonly TypeNames _types;
    private readonly ArgsWriter _args;
    private readonly OutputWriter _outputs;

    /// <summary>Initializes a new instance of the <see cref="FunctionWriter"/> class.</summary>
    /// <param name="package">The package.</param>
    /// <param name="types">The names of its types.</param>
    /// <param name="args">Writes the arguments.</param>
    /// <param name="outputs">Writes the results.</param>
    public FunctionWriter(Package package, TypeNames types, ArgsWriter args, OutputWriter outputs)
    {
        _package = package;
        _types = types;
        _args = args;
        _outputs = outputs;
    }

    /// <summary>Writes a function and the classes of its arguments and result.</summary>
    /// <param name="code">The file.</param>
    /// <param name="token">The function's token.</param>
    public void Write(CodeWriter code, string token)
    {
        var spec = _package.Spec.Functions[token];
        var call = Call(token, spec);
        code.Blank();
        code.Summary($"Calls the function <c>{token}</c>.");
        code.Obsolete(spec.DeprecationMessage);
        code.Open($"public static class {call.Name}");
        if (spec.MultiArgumentInputs is null)
        {
            WriteForms(code, call);
        }
        else
        {
            WritePositionalForms(code, call, spec.MultiArgumentInputs);
        }

        code.Close();
        WriteTypes(code, call, spec);
    }

    private FunctionCall Call(string token, FunctionSpec spec)
    {
        var name = Names.Function(token);
        var module = _package.Naming.Module(token);
        var result = FunctionResult.Of(_package, spec);
        var generic = result.IsNothing ? ""
            : result.Type is null ? $"<{name}Result>"
            : $"<{_types.Of(result.Type, new Place(module, "Outputs"))}>";
        return new FunctionCall(
            name,
            module,
            Literals.Text(token),
            generic,
            result.IsObject ? "Invoke" : "InvokeSingle",
            result,
            spec.Inputs is not null,
            _package.Properties(spec.Inputs?.Properties, spec.Inputs?.Required, inputShape: false),
            _package.Properties(spec.Inputs?.Properties, spec.Inputs?.Required, inputShape: true));
    }

    private static void WriteForms(CodeWriter code, FunctionCall call)
    {
        var isOptional = call.Plain.All(property => !property.IsRequired);
        var instance = "global::Pulumi.Deployment.Instance." + call.Invoke;
        var (parameter, argument) = call.HasInputs
            ? ($"{call.Name}Args{(isOptional ? "? args = null" : " args")}, ", $"args ?? new {call.Name}Args()")
            : ("", "InvokeArgs.Empty");
        code.Line($"public static Task{call.Generic} InvokeAsync({parameter}InvokeOptions? options = null)");
        code.Line($"    => {instance}Async{call.Generic}({call.Token}, {argument}, options.WithDefaults());");
        if (call.Result.IsNothing)
        {
            return;
        }

        var hasArguments = call.Lifted.Count > 0;
        (parameter, argument) = hasArguments
            ? ($"{call.Name}InvokeArgs{(isOptional ? "? args = null" : " args")}, ", $"args ?? new {call.Name}InvokeArgs()")
            : ("", "InvokeArgs.Empty");
        code.Line($"public static Output{call.Generic} Invoke({parameter}InvokeOptions? options = null)");
        code.Line($"    => {instance}{call.Generic}({call.Token}, {argument}, options.WithDefaults());");

        // The options decide between the two forms, so nothing before them may be left out.
        parameter = hasArguments ? $"{call.Name}InvokeArgs args, " : "";
        code.Line($"public static Output{call.Generic} Invoke({parameter}InvokeOutputOptions options)");
        code.Line($"    => {instance}{call.Generic}({call.Token}, {argument}, options.WithDefaults());");
    }

    private void WritePositionalForms(CodeWriter code, FunctionCall call, List<string> order)
    {
        var instance = "global::Pulumi.Deployment.Instance." + call.Invoke;
        var place = new Place(call.Module, "Inputs");
        var plain = Ordered(call.Plain, order).Select(property =>
            $"{_types.Of(property.Type, place, mutable: true)}{(property.IsRequired ? " " : "? ")}{Names.Parameter(Names.LowercaseFirst(property.WireName))}{(property.IsRequired ? "" : " = null")}, ");
        code.Open($"public static Task{call.Generic} InvokeAsync({string.Concat(plain)}InvokeOptions? invokeOptions = null)");
        WriteDictionary(code, call, order);
        code.Line($"return {instance}Async{call.Generic}({call.Token}, args, invokeOptions.WithDefaults());");
        code.Close();
        if (call.Result.IsNothing)
        {
            return;
        }

        var lifted = Ordered(call.Lifted, order).Select(property =>
            $"{_types.Of(property.Type, place)}{(property.IsRequired ? " " : "? ")}{Names.Parameter(Names.LowercaseFirst(property.WireName))}{(property.IsRequired ? "" : " = null")}, ");
        code.Open($"public static Output{call.Generic} Invoke({string.Concat(lifted)}InvokeOptions? invokeOptions = null)");
        WriteDictionary(code, call, order);
        code.Line($"return {instance}{call.Generic}({call.Token}, args, invokeOptions.WithDefaults());");
        code.Close();
    }

    private static void WriteDictionary(CodeWriter code, FunctionCall call, List<string> order)
    {
        code.Line("var builder = ImmutableDictionary.CreateBuilder<string, object?>();");
        foreach (var property in Ordered(call.Plain, order))
        {
            code.Line($"builder[{Literals.Text(property.WireName)}] = {Names.Parameter(Names.LowercaseFirst(property.WireName))};");
        }

        code.Line("var args = new global::Pulumi.DictionaryInvokeArgs(builder.ToImmutableDictionary());");
    }

    private static IEnumerable<Property> Ordered(IReadOnlyList<Property> properties, List<string> order)
        => properties.OrderBy(property => order.IndexOf(property.WireName));

    private void WriteTypes(CodeWriter code, FunctionCall call, FunctionSpec spec)
    {
        var place = new Place(call.Module, "Inputs");
        if (call.HasInputs && spec.MultiArgumentInputs is null)
        {
            _args.Write(code, new ArgsClass(call.Name + "Args", "InvokeArgs", call.Plain, place, TakesOutputs: false));
            if (!call.Result.IsNothing && call.Lifted.Count > 0)
            {
                _args.Write(code, new ArgsClass(call.Name + "InvokeArgs", "InvokeArgs", call.Lifted, place));
            }
        }

        if (call.Result.Members is not null)
        {
            _outputs.Write(code, call.Name + "Result", call.Result.Members, new Place(call.Module, "Outputs"));
        }
    }

    private sealed record FunctionCall(
        string Name,
        string Module,
        string Token,
        string Generic,
        string Invoke,
        FunctionResult Result,
        bool HasInputs,
        IReadOnlyList<Property> Plain,
        IReadOnlyList<Property> Lifted);
}
