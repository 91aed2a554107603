using System.Text.Json;
using Infra.Stacks.Settings.Reading;

namespace Infra.Stacks.Settings.Shapes;

/// <summary>What kind of value a setting takes, and how it is read from JSON.</summary>
internal abstract class ValueShape
{
    /// <summary>The kind in a word or two, for tables: `text`, `list of text`.</summary>
    public abstract string Kind { get; }

    /// <summary>What is admitted, in words.</summary>
    public abstract string Allowed { get; }

    /// <summary>The value of the property's type, or null after noting the faults.</summary>
    public abstract object? Read(JsonElement element, SettingPlace place, SectionReading reading);
}
