using Infra.Preview.Diff;

namespace Infra.Preview.Diagrams;

/// <summary>The colours of diagrams: each with enough contrast on white for small text.</summary>
internal static class Palette
{
    public const string Ink = "#1f2933";
    public const string Faint = "#52606d";
    public const string Paper = "#ffffff";

    public static string Of(EdgeKind kind) => kind switch
    {
        EdgeKind.Traffic => "#0b5cad",
        EdgeKind.Event => "#c2410c",
        EdgeKind.Data => "#00745a",
        _ => "#7a4d8f",
    };

    public static string Strong(NodeKind kind) => kind switch
    {
        NodeKind.Outside => "#4b5563",
        NodeKind.Network => "#6d28d9",
        NodeKind.Compute => "#c2610c",
        NodeKind.Storage => "#2f6f3e",
        NodeKind.Messaging => "#b01e68",
        NodeKind.Security => "#a61b1b",
        _ => "#0e7490",
    };

    public static string Light(NodeKind kind) => kind switch
    {
        NodeKind.Outside => "#f3f4f6",
        NodeKind.Network => "#f3effc",
        NodeKind.Compute => "#fdf1e6",
        NodeKind.Storage => "#ebf5ed",
        NodeKind.Messaging => "#fcedf4",
        NodeKind.Security => "#fbecec",
        _ => "#e8f5f8",
    };

    public static string Of(ChangeKind change) => change switch
    {
        ChangeKind.Create => "#1a7f37",
        ChangeKind.Update => "#9a6700",
        ChangeKind.Move => "#0969da",
        ChangeKind.Same => Faint,
        _ => "#cf222e",
    };

    public static (string Fill, string Stroke) Of(BoxKind kind) => kind switch
    {
        BoxKind.Stack => ("#ffffff", "#334155"),
        BoxKind.System => ("#fcfcfd", "#475569"),
        BoxKind.Global => ("#fafafa", "#7c7f86"),
        BoxKind.Region => ("#f8fbfd", "#2878a8"),
        BoxKind.Vpc => ("#f8f6fd", "#7c4dbd"),
        BoxKind.ForeignVpc => ("#faf9fb", "#8b8494"),
        BoxKind.PublicSubnets => ("#eff8ee", "#5b9a4f"),
        BoxKind.PrivateSubnets => ("#eaf4fa", "#3f8fb5"),
        BoxKind.IsolatedSubnets => ("#f1f1f6", "#6d6f92"),
        _ => ("#fdf5ea", "#c77a1e"),
    };
}
