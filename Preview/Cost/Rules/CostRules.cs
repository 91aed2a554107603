using Infra.Preview.Model;

namespace Infra.Preview.Cost.Rules;

/// <summary>The rules by resource type.</summary>
internal static class CostRules
{
    private static readonly Dictionary<string, Action<Costing>> Rules = Collect();

    /// <summary>The types that have a rule of their own.</summary>
    public static IReadOnlyCollection<string> Types => Rules.Keys;

    public static ResourceCost Apply(ResourceNode node, CostScope scope)
    {
        var costing = new Costing(node, scope);
        if (node.Operation == ResourceOperation.Read)
        {
            costing.Free("not the stack's own: it exists already");
        }
        else if (Rules.TryGetValue(node.Type, out var rule))
        {
            rule(costing);
        }
        else if (FreeTypes.Reason(node) is { } reason)
        {
            costing.Free(reason);
        }
        else
        {
            costing.Missing($"no rule for the type {node.Type}");
        }

        return costing.Result();
    }

    private static Dictionary<string, Action<Costing>> Collect()
    {
        var rules = new Dictionary<string, Action<Costing>>(StringComparer.Ordinal);
        FargateRules.AddTo(rules);
        BalancerRules.AddTo(rules);
        NetworkRules.AddTo(rules);
        InstanceRules.AddTo(rules);
        EksRules.AddTo(rules);
        RdsRules.AddTo(rules);
        AuroraRules.AddTo(rules);
        StorageRules.AddTo(rules);
        FunctionRules.AddTo(rules);
        MessagingRules.AddTo(rules);
        ObservabilityRules.AddTo(rules);
        SecurityRules.AddTo(rules);
        return rules;
    }
}
