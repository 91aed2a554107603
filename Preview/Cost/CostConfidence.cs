namespace Infra.Preview.Cost;

/// <summary>How sure an amount is.</summary>
public enum CostConfidence
{
    /// <summary>The price is an estimate: its source is not confirmed, or it is that of another region.</summary>
    Low,

    /// <summary>The quantity is an assumption about use.</summary>
    Medium,

    /// <summary>Quantity and price are known: hours, sizes and counts that the program sets.</summary>
    High,
}
