using System.Text.RegularExpressions;
using Infra.Components.Naming;

namespace Infra.Components.Hypernym;

/// <summary>The documented names of a Hypernym system, which all begin alike.</summary>
/// <param name="Prefix">How they begin: 3 to 28 lower-case letters, digits and single hyphens.</param>
internal sealed partial record HypernymNames(string Prefix)
{
    private const string Product = "hypernym";

    public string Vpc => $"{Prefix}-vpc";

    public string PrivateSubnet => $"{Prefix}-private-subnet";

    public string PrivateRoutes => $"{Prefix}-private-rt";

    public string PublicSubnet => $"{Prefix}-public-subnet";

    public string PublicRoutes => $"{Prefix}-public-rt";

    public string NatGateway => $"{Prefix}-nat";

    public string EndpointGroup => $"{Prefix}-vpce-sg";

    public string LoadBalancerGroup => $"{Prefix}-alb-sg";

    public string LoadBalancer => $"{Prefix}-alb";

    public string TargetGroup => $"{Prefix}-tg";

    public string ExecutionRole => $"{Prefix}-task-execution-role";

    public string TaskRole => $"{Prefix}-task-role";

    public string TaskFamily => $"{Prefix}-task";

    public string EcsLogGroup => $"/ecs/{Prefix}";

    public string ApplicationGroup(HypernymVariant variant) => $"{Prefix}-{(variant == HypernymVariant.Eks ? "node" : "ecs-task")}-sg";

    /// <summary>The prefix of a stack that names none: `hypernym-STACK`, in characters that every service takes.</summary>
    public static string DefaultPrefix(string stack) =>
        PhysicalName.Fit($"{Product}-{Unfit().Replace(stack.ToLowerInvariant(), "-").Trim('-')}".TrimEnd('-'), HypernymArgs.LongestPrefix);

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();
}
