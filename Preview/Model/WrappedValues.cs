namespace Infra.Preview.Model;

/// <summary>A value that no report may show.</summary>
public sealed record SecretValue : PropertyValue
{
    /// <summary>Marks a value secret; a secret stays what it is.</summary>
    public SecretValue(PropertyValue inner) => Inner = inner is SecretValue secret ? secret.Inner : inner;

    /// <summary>The value that is kept secret; never itself a <see cref="SecretValue"/>.</summary>
    public PropertyValue Inner { get; }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => Inner.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => true;

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Inner.Unwrapped;

    /// <inheritdoc/>
    public override PropertyValue Plain() => Inner.Plain();
}

/// <summary>A program's output with all it knows: value, secrecy and the resources it depends on. Sent to remote components and calls only.</summary>
/// <param name="Value">The value; null when unknown.</param>
/// <param name="Secret">Whether the value is secret.</param>
/// <param name="Dependencies">URNs of the resources that the value depends on, ordinal order.</param>
public sealed record OutputValue(PropertyValue? Value, bool Secret, IReadOnlyList<string> Dependencies) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Value?.ContainsUnknowns ?? true;

    /// <inheritdoc/>
    public override bool ContainsSecrets => Secret || (Value?.ContainsSecrets ?? false);

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Value?.Unwrapped ?? Unknown;

    /// <inheritdoc/>
    public override PropertyValue Plain() => Value?.Plain() ?? Unknown;

    /// <summary>The value without the dependencies: unknown, secret or plain.</summary>
    public PropertyValue WithoutDependencies => Secret ? new SecretValue(Value ?? Unknown) : Value ?? Unknown;

    /// <summary>Whether value, secrecy and dependencies are equal.</summary>
    public bool Equals(OutputValue? other) =>
        other is not null && Equals(Value, other.Value) && Secret == other.Secret && Dependencies.SequenceEqual(other.Dependencies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Secret, Dependencies.Count);
}

/// <summary>A resource given as a value.</summary>
/// <param name="Urn">The resource's URN.</param>
/// <param name="Id">A custom resource's id: empty while unknown; null for a component.</param>
public sealed record ReferenceValue(string Urn, string? Id = null) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Id is "" or Signatures.UnknownText;

    /// <inheritdoc/>
    public override bool ContainsSecrets => false;

    /// <inheritdoc/>
    public override PropertyValue Plain() => this;
}
