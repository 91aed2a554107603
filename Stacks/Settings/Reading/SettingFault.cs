namespace Infra.Stacks.Settings.Reading;

/// <summary>One fault of a stack's configuration.</summary>
/// <param name="Key">The full path of what is faulty, e.g. `infra:hyperp.vpcCidr`.</param>
/// <param name="Got">The value got, in words; never a secret's.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Fix">How to fix it: a command, or what to change in the stack file.</param>
public sealed record SettingFault(string Key, string Got, string Allowed, string Fix)
{
    /// <summary>The four parts, one a line.</summary>
    public override string ToString() => $"{Key}\n  got      {Got}\n  allowed  {Allowed}\n  fix      {Fix}";
}
