namespace Infra.Preview.Diff;

/// <summary>What a change means for who may do or reach what.</summary>
/// <param name="Direction">Whether more or less is allowed.</param>
/// <param name="Text">What exactly, e.g. `Allow "ReadTable": action dynamodb:DeleteItem` or `ingress tcp 443 from 0.0.0.0/0`.</param>
public sealed record AccessChange(AccessDirection Direction, string Text);
