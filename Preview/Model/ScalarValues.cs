namespace Infra.Preview.Model;

/// <summary>The null value.</summary>
public sealed record NullValue : PropertyValue
{
    internal static readonly NullValue Instance = new();

    private NullValue()
    {
    }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}

/// <summary>True or false.</summary>
public sealed record BoolValue : PropertyValue
{
    internal static readonly BoolValue True = new(true);
    internal static readonly BoolValue False = new(false);

    private BoolValue(bool value) => Value = value;

    /// <summary>The truth value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}

/// <summary>A number; the protocol knows doubles only.</summary>
/// <param name="Value">The number.</param>
public sealed record NumberValue(double Value) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}

/// <summary>A text.</summary>
/// <param name="Value">The text.</param>
public sealed record TextValue(string Value) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => false;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}

/// <summary>A value that only a deployment can give.</summary>
/// <param name="Sentinel">The protocol's text that stands for it; which one tells the kind of value awaited.</param>
public sealed record UnknownValue(string Sentinel) : PropertyValue
{
    internal static readonly UnknownValue Text = new(Signatures.UnknownText);

    /// <inheritdoc/>
    public override bool ContainsUnknowns => true;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}
