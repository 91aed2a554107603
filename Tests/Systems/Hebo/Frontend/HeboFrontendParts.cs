using Infra.Preview.Model;

namespace Infra.Tests.Systems.Hebo.Frontend;

/// <summary>The part of a previewed Hebo that is its frontend.</summary>
internal sealed class HeboFrontendParts(HeboStack stack)
{
    private const string FunctionType = "aws:lambda/function:Function";

    public IReadOnlyList<ResourceNode> Nodes { get; } = [.. stack.Result.Graph.DescendantsOf(stack.Only("infra:hebo:Frontend"))];

    public ResourceNode Distribution => Only("aws:cloudfront/distribution:Distribution");

    public ResourceNode Server => Function("server");

    public ResourceNode ServerUrl => UrlOf(Server);

    public MapValue ServerVariables => Variables(Server);

    public static MapValue Variables(ResourceNode function) => function.Inputs["environment"]["variables"].AsMap!;

    public IReadOnlyList<ResourceNode> OfType(string type) => [.. Nodes.Where(node => node.Type == type)];

    public ResourceNode Only(string type) => OfType(type) is [var only]
        ? only
        : throw new InvalidOperationException($"Expected one {type} in Hebo's frontend, found {OfType(type).Count}.");

    /// <summary>The function `…-frontend-NAME`.</summary>
    public ResourceNode Function(string name) => OfType(FunctionType).Single(function => function.Inputs["name"].AsText == $"{stack.Prefix}-frontend-{name}");

    public PropertyValue Origin(string id) => Distribution.Inputs["origins"].AsList!.Single(origin => origin["originId"].AsText == id);

    public ResourceNode UrlOf(ResourceNode function) =>
        OfType("aws:lambda/functionUrl:FunctionUrl").Single(url => url.Inputs["functionName"].AsText == function.Output("name").AsText);

    public IReadOnlyList<ResourceNode> PermissionsOf(ResourceNode function) =>
        [.. OfType("aws:lambda/permission:Permission").Where(permission => permission.Inputs["function"].AsText == function.Output("name").AsText)];

    /// <summary>The statements of the role that a function runs as.</summary>
    public IReadOnlyList<PolicyText.Statement> StatementsOf(ResourceNode function) =>
        stack.Statements(OfType("aws:iam/role:Role").Single(role => role.Output("arn").AsText == function.Inputs["role"].AsText));
}
