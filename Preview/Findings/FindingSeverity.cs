namespace Infra.Preview.Findings;

/// <summary>How much a finding matters; ordered, so that a threshold can be compared.</summary>
public enum FindingSeverity
{
    /// <summary>Hygiene: worth doing, nothing is at risk until something else fails.</summary>
    Low,

    /// <summary>Defence in depth or operations: it turns an incident into a worse one.</summary>
    Medium,

    /// <summary>One mistake away from exposed data, visible credentials or lost data.</summary>
    High,

    /// <summary>Anyone on the internet reaches data or control.</summary>
    Critical,
}
