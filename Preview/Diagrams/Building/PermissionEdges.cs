using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Finds whose role allows actions on what.</summary>
internal sealed class PermissionEdges(Scene scene, EdgeSet edges)
{
    private readonly References _references = scene.References;

    public void Find()
    {
        foreach (var policy in scene.Graph.OfType(Types.RolePolicy))
        {
            Follow(_references.Of(policy, "role", Types.Role), policy, "policy", policy.Inputs.Find("policy"));
        }

        foreach (var role in scene.Graph.OfType(Types.Role))
        {
            foreach (var inline in role.Inputs.Find("inlinePolicies")?.AsList ?? ListValue.Empty)
            {
                Follow([role], role, "inlinePolicies", inline["policy"]);
            }

            foreach (var provider in _references.Origins(role, "assumeRolePolicy").Where(node => node.Type == Types.IdentityProvider))
            {
                edges.Add(provider, role, EdgeKind.Permission, "assume role");
            }
        }

        foreach (var attachment in scene.Graph.OfType(Types.RoleAttachment))
        {
            foreach (var policy in _references.Of(attachment, "policyArn", Types.ManagedPolicy))
            {
                Follow(_references.Of(attachment, "role", Types.Role), policy, "policy", policy.Inputs.Find("policy"));
            }
        }
    }

    private void Follow(IReadOnlyList<ResourceNode> roles, ResourceNode source, string property, PropertyValue? policy)
    {
        var actors = roles.SelectMany(scene.ActorsIn).Distinct().ToList();
        var granted = policy?.AsText is { } text ? Granted(Json.Read(text)) : _references.Origins(source, property).Select(node => (node, "access"));
        foreach (var (resource, verb) in granted.ToList())
        {
            foreach (var actor in actors)
            {
                edges.Add(actor, resource, EdgeKind.Permission, verb);
            }
        }
    }

    private IEnumerable<(ResourceNode Resource, string Verb)> Granted(PropertyValue document)
    {
        var statements = document["Statement"];
        foreach (var statement in (statements.AsList ?? ListValue.Of(statements)).Where(statement => statement["Effect"].AsText == "Allow"))
        {
            var patterns = References.Texts(statement["Resource"]).ToList();
            foreach (var node in scene.Graph.Nodes.Where(node => scene.DrawnFor(node).Count > 0))
            {
                if (node.Output("arn").AsText is { } arn && patterns.Exists(pattern => PolicyReach.Covers(pattern, arn)))
                {
                    foreach (var verb in References.Texts(statement["Action"]).Select(action => PolicyReach.Verb(action, node.Type)).OfType<string>().Distinct())
                    {
                        yield return (node, verb);
                    }
                }
            }
        }
    }
}
