namespace Infra.Preview.Stacks;

/// <summary>A node of a YAML file with the place it stands at.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A scalar: its text, and whether it was quoted (a quoted `true` is a text).</summary>
internal sealed record YamlScalar(string Text, bool Quoted, int Line) : YamlNode(Line);

/// <summary>A sequence.</summary>
internal sealed record YamlSequence(List<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A mapping in the order of the file.</summary>
internal sealed record YamlMapping(List<KeyValuePair<string, YamlNode>> Members, int Line) : YamlNode(Line)
{
    public YamlNode? Find(string key)
    {
        foreach (var (name, value) in Members)
        {
            if (name == key)
            {
                return value;
            }
        }

        return null;
    }

    public void Set(string key, YamlNode value)
    {
        var index = Members.FindIndex(member => member.Key == key);
        if (index < 0)
        {
            Members.Add(KeyValuePair.Create(key, value));
        }
        else
        {
            Members[index] = KeyValuePair.Create(key, value);
        }
    }
}
