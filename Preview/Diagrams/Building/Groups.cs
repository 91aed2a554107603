using System.Text;
using Infra.Preview.Model;

namespace Infra.Preview.Diagrams.Building;

/// <summary>Turns drawn resources into nodes: each its own, except those that only their number makes interesting.</summary>
internal sealed class Groups(Scene scene, HashSet<string> takenIds, Changes changes)
{
    private const int MostDomains = 2;

    private static readonly string[] Many = [Types.NatGateway, Types.Endpoint, Types.Alarm, Types.Addon];

    /// <summary>What drawn resources in one place have in common when they share a node; the resource itself when it has its own.</summary>
    public static object KeyOf(ResourceNode node) =>
        Many.Contains(node.Type) ? (node.Type, Words.Text(node, "vpcEndpointType") ?? "Gateway") : node;

    /// <summary>The node for the resources of one key in one place.</summary>
    public DiagramNode Node(IReadOnlyList<ResourceNode> members)
    {
        var first = members[0];
        var (title, name, detail) = first.Type switch
        {
            Types.NatGateway when members.Count > 1 => ($"NAT gateways ×{members.Count}", Network.Stem(first.Name), ""),
            Types.Endpoint => EndpointWords(members),
            Types.Alarm when members.Count > 1 => ($"CloudWatch alarms ×{members.Count}", "", ""),
            Types.Addon => (members.Count > 1 ? "EKS add-ons" : "EKS add-on", Listed(members.Select(node => Words.Text(node, "addonName") ?? node.Name)), ""),
            _ => (Words.Title(first), first.Name, Detail(first)),
        };
        var urns = members.SelectMany(scene.WithParts).Select(node => node.Urn).Distinct().Order(StringComparer.Ordinal).ToList();
        return new DiagramNode(Id(first, members.Count > 1), Words.Kind(first), title, name, detail, urns) { Change = changes.Of(members, urns) };
    }

    /// <summary>Letters, digits and dashes of a text, in lower case.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            slug.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
        }

        return slug.ToString();
    }

    private string Id(ResourceNode node, bool several)
    {
        var type = node.Type.Split(':', '/')[^1];
        var slug = Slug($"{type}-{(several ? $"{node.System}-all" : node.Name)}");
        var id = slug;
        for (var number = 2; !takenIds.Add(id); number++)
        {
            id = $"{slug}-{number}";
        }

        return id;
    }

    private string Detail(ResourceNode node)
    {
        var facts = new List<string> { Words.Detail(node) };
        if (node.Type == Types.Aurora)
        {
            var instances = scene.WithParts(node).Count(part => part.Type == Types.AuroraInstance);
            facts.Add(instances == 1 ? "1 instance" : $"{instances} instances");
        }
        else if (scene.WithParts(node).Any(part => part.Type == Types.FunctionUrl))
        {
            facts.Add("function URL");
        }

        facts.Add(Domains(node));
        return string.Join(", ", facts.Where(fact => fact.Length > 0));
    }

    // The names that lead to it: of records that come from it. Records of certificates come from the certificate.
    private string Domains(ResourceNode node)
    {
        var names = scene.Graph.OfType(Types.Record)
            .Where(record => record.PropertyDependencies.Keys.SelectMany(property => scene.References.Origins(record, property)).Any(origin => scene.DrawnFor(origin).Contains(node)))
            .Select(record => Words.Text(record, "name")).OfType<string>().Distinct().ToList();
        return names.Count <= MostDomains ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostDomains))} and {names.Count - MostDomains} more";
    }

    // com.amazonaws.us-east-1.ecr.api
    private static (string Title, string Name, string Detail) EndpointWords(IReadOnlyList<ResourceNode> members)
    {
        var kind = Words.Text(members[0], "vpcEndpointType") ?? "Gateway";
        var services = members.Select(node => Words.Text(node, "serviceName") is { } service && service.Split('.') is { Length: > 3 } parts ? string.Join('.', parts[3..]) : node.Name);
        return ($"{kind} endpoint{(members.Count > 1 ? "s" : "")}", Listed(services), "");
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(Comparer<string>.Create(GraphOrder.CompareNames)));
}
