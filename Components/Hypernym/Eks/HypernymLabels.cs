using System.Text.RegularExpressions;
using Infra.Components.Containers;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Hypernym.Eks;

/// <summary>The labels of the application's Kubernetes objects.</summary>
internal sealed partial class HypernymLabels
{
    private readonly Dictionary<string, string> _selected;
    private readonly Dictionary<string, string> _all;

    public HypernymLabels(string instance, string image)
    {
        _selected = new()
        {
            ["app.kubernetes.io/name"] = HypernymEksNames.Application,
            ["app.kubernetes.io/instance"] = instance,
        };
        _all = new(_selected) { ["app.kubernetes.io/managed-by"] = "pulumi" };
        if (Version().Match(EcrImage.Parse(image).Version) is { Success: true } match)
        {
            _all["app.kubernetes.io/version"] = match.Groups["version"].Value;
        }
    }

    /// <summary>What tells the application's pods from others: it can never change, as a Deployment's selector cannot.</summary>
    public K8s.Types.Inputs.Meta.V1.LabelSelectorArgs Selector => new() { MatchLabels = new Dictionary<string, string>(_selected) };

    /// <summary>The two labels that select the pods.</summary>
    public InputMap<string> Selected => new Dictionary<string, string>(_selected);

    /// <summary>Every label.</summary>
    public InputMap<string> All => new Dictionary<string, string>(_all);

    // A digest is longer than a label may be.
    [GeneratedRegex("^:(?<version>[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)$")]
    private static partial Regex Version();
}
