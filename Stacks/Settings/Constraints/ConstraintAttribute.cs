using System.Text.Json.Nodes;

namespace Infra.Stacks.Settings.Constraints;

/// <summary>Narrows what a setting admits. On a list or map it concerns each element.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ConstraintAttribute : Attribute
{
    /// <summary>What is admitted, completing "must be".</summary>
    public abstract string Allowed { get; }

    /// <summary>Whether a value, of type string, int or decimal, is admitted.</summary>
    public abstract bool Admits(object value);

    /// <summary>The same for a value that names a file, relative to a folder.</summary>
    public virtual bool AdmitsIn(string directory, object value) => Admits(value);

    /// <summary>The admitted value that the text was probably meant to be; null when there is none.</summary>
    public virtual string? Nearest(string text) => null;

    /// <summary>Adds the constraint to a JSON schema, as far as it can be said there.</summary>
    public virtual void Describe(JsonObject schema)
    {
    }
}
