namespace Infra.Preview.Cost;

/// <summary>What is known about a resource's cost.</summary>
public enum CostStatus
{
    /// <summary>At least a part is billed whatever the use, and everything that is billed has a price.</summary>
    Priced,

    /// <summary>AWS does not bill it, or bills it at another resource.</summary>
    Free,

    /// <summary>Billed by use alone: the amount follows from the usage assumptions.</summary>
    UsageBased,

    /// <summary>Billed, or perhaps billed, by a price that is not known here: the amount is not, or not wholly, in the totals.</summary>
    Unpriced,
}
