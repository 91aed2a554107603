namespace Infra.Preview.Model;

/// <summary>A value of a resource property as the engine records it: plain data, secrets, unknowns, assets and references.</summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    /// <summary>The unknown text value, the one sentinel that programs send.</summary>
    public static UnknownValue Unknown => UnknownValue.Text;

    /// <summary>The null value.</summary>
    public static NullValue Null => NullValue.Instance;

    /// <summary>Whether this value or anything inside it is unknown.</summary>
    public abstract bool ContainsUnknowns { get; }

    /// <summary>Whether this value or anything inside it is secret.</summary>
    public abstract bool ContainsSecrets { get; }

    /// <summary>The value without any secret or output wrapper around it; wrappers inside lists and maps stay.</summary>
    public virtual PropertyValue Unwrapped => this;

    /// <summary>The text of a text value, looked up through wrappers; null for every other case.</summary>
    public string? AsText => (Unwrapped as TextValue)?.Value;

    /// <summary>The number of a number value, looked up through wrappers; null for every other case.</summary>
    public double? AsNumber => (Unwrapped as NumberValue)?.Value;

    /// <summary>The truth value of a bool value, looked up through wrappers; null for every other case.</summary>
    public bool? AsBool => (Unwrapped as BoolValue)?.Value;

    /// <summary>The list, looked up through wrappers; null for every other case.</summary>
    public ListValue? AsList => Unwrapped as ListValue;

    /// <summary>The map, looked up through wrappers; null for every other case.</summary>
    public MapValue? AsMap => Unwrapped as MapValue;

    /// <summary>Whether the value itself, under its wrappers, is null.</summary>
    public bool IsNull => Unwrapped is NullValue;

    /// <summary>Whether the value itself, under its wrappers, is unknown.</summary>
    public bool IsUnknown => Unwrapped is UnknownValue;

    /// <summary>The member of that name, looked up through wrappers; <see cref="NullValue"/> when this is no map or has no such member.</summary>
    public PropertyValue this[string key] => AsMap?.Find(key) ?? Null;

    /// <summary>The element at that position, looked up through wrappers; <see cref="NullValue"/> when this is no list or is shorter.</summary>
    public PropertyValue this[int index] => AsList is { } list && index >= 0 && index < list.Count ? list.Items[index] : Null;

    /// <summary>The value with every secret and output wrapper taken off, at every depth; an unknown output becomes unknown.</summary>
    public abstract PropertyValue Plain();

    /// <summary>The value as JSON text with secrets withheld, as reports show it.</summary>
    public sealed override string ToString() => PropertyJson.Text(this, showSecrets: false);

    /// <summary>Makes a text value; null becomes the null value.</summary>
    public static implicit operator PropertyValue(string? value) => value is null ? Null : new TextValue(value);

    /// <summary>Makes a number value.</summary>
    public static implicit operator PropertyValue(double value) => new NumberValue(value);

    /// <summary>Makes a number value.</summary>
    public static implicit operator PropertyValue(int value) => new NumberValue(value);

    /// <summary>Makes a bool value.</summary>
    public static implicit operator PropertyValue(bool value) => value ? BoolValue.True : BoolValue.False;
}
