using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Constraints;

namespace Infra.Stacks.Hyperp;

/// <summary>Where the code of Hyperp's functions lies. A function without code runs the placeholder.</summary>
public sealed record HyperpCodeSettings : SettingsObject
{
    private const string Placeholder = "the placeholder";
    private const string Sample = "Components/Functions/Placeholder";

    /// <summary>The webhook handler's code.</summary>
    [Setting("The code of hyperp-github-webhook-handler.", defaultText: Placeholder, example: Sample)]
    [CodePath]
    public string? WebhookHandler { get; init; }

    /// <summary>The task state handler's code.</summary>
    [Setting("The code of hyperp-task-state-change-handler.", defaultText: Placeholder, example: Sample)]
    [CodePath]
    public string? TaskStateChangeHandler { get; init; }

    /// <summary>The EFS controller's code.</summary>
    [Setting("The code of hyperp-efs-controller.", defaultText: Placeholder, example: Sample)]
    [CodePath]
    public string? EfsController { get; init; }

    /// <summary>The CLI API's code.</summary>
    [Setting("The code of hyperp-cli-rest-api.", defaultText: Placeholder, example: Sample)]
    [CodePath]
    public string? CliRestApi { get; init; }
}
