using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Network;
using Infra.Stacks.Hyperp;
using Infra.Stacks.Settings;
using Infra.Stacks.Settings.Reading;
using Infra.Stacks.Settings.Shapes;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>What holds of reading for any input.</summary>
internal sealed class SettingsPropertyTests
{
    private static readonly string[] SettingNames = [.. new RecordShape(typeof(HyperpSettings)).Settings.Select(setting => setting.Name)];

    private static readonly string[] PlainSettings = [.. SettingNames.Except(["githubAppWebhookSecret", "githubAppPrivateKey"])];

    private static Gen<string> Text => ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get);

    [Test]
    public void Any_text_in_any_setting_is_read_or_refused_by_its_key() =>
        Prop.ForAll(Gen.Elements(SettingNames).ToArbitrary(), Text.ToArbitrary(), (name, text) =>
        {
            var faults = Faults($"\"{name}\":{Quoted(text)}");
            return faults.All(fault => fault.Key.StartsWith($"infra:hyperp.{name}", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void No_text_of_an_encrypted_section_is_ever_shown() =>
        Prop.ForAll(Gen.Elements(PlainSettings).ToArbitrary(), ArbMap.Default.ArbFor<Guid>(), (name, marker) =>
        {
            var section = Configuration.Section($"\"{name}\":\"{marker}\"");
            return !Message(Configuration.OfHyperp(section, encrypted: true)).Contains(marker.ToString(), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void No_secret_is_ever_shown() =>
        Prop.ForAll(Gen.Elements(true, false).ToArbitrary(), ArbMap.Default.ArbFor<Guid>(), (encrypted, marker) =>
        {
            // Too long for a webhook secret, and no PEM.
            var secret = string.Concat(Enumerable.Repeat(marker.ToString(), 10));
            var section = Configuration.Section($"\"githubAppWebhookSecret\":\"{secret}\",\"githubAppPrivateKey\":\"{secret}\"");
            var refusal = Configuration.Refusal(Configuration.OfHyperp(section, encrypted: encrypted));
            return refusal.Faults.Count == 2 && !refusal.Message.Contains(marker.ToString(), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Network_is_accepted_exactly_when_its_subnets_fit() =>
        Prop.ForAll(Gen.Choose(0, 32).ToArbitrary(), Gen.Choose(-1, 8).ToArbitrary(), Gen.Choose(14, 30).ToArbitrary(), (vpc, zones, subnet) =>
        {
            var fits = vpc is >= 16 and <= 28 && zones is >= 2 and <= 5 && subnet is >= 16 and <= 28
                && CidrBlock.Parse($"0.0.0.0/{vpc}").Count(subnet) >= zones;
            return fits == (Faults($"\"vpcCidr\":\"0.0.0.0/{vpc}\",\"azCount\":{zones},\"subnetPrefixLength\":{subnet}").Count == 0);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Suggested_subnet_size_is_accepted() =>
        Prop.ForAll(Gen.Choose(16, 26).ToArbitrary(), Gen.Choose(2, 5).ToArbitrary(), (vpc, zones) =>
        {
            var network = $"\"vpcCidr\":\"0.0.0.0/{vpc}\",\"azCount\":{zones},\"subnetPrefixLength\":";
            return Faults(network + "16") is not [var fault]
                || !fault.Fix.Contains("subnetPrefixLength", StringComparison.Ordinal)
                || Faults(network + fault.Fix.Split(' ')[^1]).Count == 0;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Name_with_one_typing_error_is_recognised() =>
        Prop.ForAll(Gen.Elements(SettingNames.Where(name => name.Length > 5).ToArray()).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (name, seed) =>
        {
            var place = seed % (name.Length - 1);
            string[] mistakes =
            [
                name.Remove(place, 1),
                name.Insert(place, "q"),
                string.Concat(name.AsSpan(0, place), "q", name.AsSpan(place + 1)),
                $"{name[..place]}{name[place + 1]}{name[place]}{name[(place + 2)..]}",
                name.ToUpperInvariant(),
            ];
            return mistakes.All(mistake => NearestName.Of(mistake, SettingNames) == name);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Far_name_is_not_guessed() => Assert.That(NearestName.Of("bananas", SettingNames), Is.Null);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static IReadOnlyList<SettingFault> Faults(string members)
    {
        // A later member would be a repetition: the required one is left to the test when it is the one in question.
        var section = members.StartsWith("\"githubAppId\"", StringComparison.Ordinal) ? $"{{{members}}}" : Configuration.Section(members);
        return FaultsOf(Configuration.OfHyperp(section));
    }

    private static IReadOnlyList<SettingFault> FaultsOf(ConfigurationSource source)
    {
        try
        {
            Configuration.Read(source);
            return [];
        }
        catch (ConfigurationException refusal)
        {
            return refusal.Faults;
        }
    }

    private static string Message(ConfigurationSource source)
    {
        try
        {
            Configuration.Read(source);
            return "";
        }
        catch (ConfigurationException refusal)
        {
            return refusal.Message;
        }
    }
}
