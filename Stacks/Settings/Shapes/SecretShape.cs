using System.Text.Json;
using Infra.Stacks.Settings.Reading;
using Pulumi;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>A text that is stored encrypted and never shown.</summary>
internal sealed class SecretShape(TextShape text, string placeholder) : ValueShape
{
    public TextShape Text => text;

    public string Placeholder => placeholder;

    public override string Kind => "secret text";

    public override string Allowed => text.Allowed;

    public override object? Read(JsonElement element, SettingPlace place, SectionReading reading)
    {
        var secret = place with { IsSecret = true };
        if (!reading.HoldsSecrets)
        {
            reading.RefusePlainSecret(secret);
            return null;
        }

        reading.SecretRead = true;
        return text.Read(element, secret, reading) is string value ? Output.CreateSecret(value) : null;
    }
}
