namespace Pulumi;

/// <summary>
/// The engine's name of a resource, <c>urn:pulumi:stack::project::type::name</c>. The type of a child is preceded by those of its
/// ancestors, each followed by a dollar sign.
/// </summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>Wraps the text of a URN.</summary>
    public Urn(string value) => _value = value;

    /// <summary>The text of a URN.</summary>
    public static implicit operator string(Urn urn) => urn._value;

    /// <summary>Tells whether two URNs are the same.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Tells whether two URNs differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>Makes the URN that a resource has or had.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="type">Type token of the resource.</param>
    /// <param name="parent">The parent; not together with <paramref name="parentUrn"/>.</param>
    /// <param name="parentUrn">URN of the parent.</param>
    /// <param name="project">The project; the running one when null. Without meaning when there is a parent.</param>
    /// <param name="stack">The stack; the running one when null. Without meaning when there is a parent.</param>
    /// <exception cref="ArgumentException">Both a parent and a parent's URN are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Both 'parent' and 'parentUrn' were given. Only one of them can be: drop the other.");
        }

        var prefix = parent is not null ? parent.Urn.Apply(ChildPrefix)
            : parentUrn is not null ? parentUrn.Apply(ChildPrefix)
            : Output.Format(
                $"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <inheritdoc/>
    public override string ToString() => _value;

    /// <inheritdoc/>
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <summary>Tells whether this is the same URN as another.</summary>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <summary>The name in a URN, which may itself hold separators; empty when the text is no URN.</summary>
    internal static string NameOf(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : "";

    /// <summary>The qualified type in a URN, with those of the ancestors; empty when the text is no URN.</summary>
    internal static string QualifiedTypeOf(string urn) => urn.Split("::", 4) is [_, _, var type, _] ? type : "";

    /// <summary>The type token in a URN, without those of the ancestors; empty when the text is no URN.</summary>
    internal static string TypeOf(string urn)
    {
        var type = QualifiedTypeOf(urn);
        return type[(type.LastIndexOf('$') + 1)..];
    }

    private static string ChildPrefix(string parentUrn)
        => string.Concat(parentUrn.AsSpan(0, parentUrn.LastIndexOf("::", StringComparison.Ordinal)), "$");
}
