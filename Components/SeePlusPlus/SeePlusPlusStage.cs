namespace Infra.Components.SeePlusPlus;

/// <summary>The two environments of See++, in its document's words.</summary>
public enum SeePlusPlusStage
{
    /// <summary>One task a service, replaced with a short gap, below the wildcard of a subdomain, unwatched.</summary>
    Test,

    /// <summary>Scaled by load, replaced without a gap, under the domain itself, watched.</summary>
    Prod,
}
