using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// Base of the classes that carry the inputs of resources and functions in fields and properties marked with
/// <see cref="InputAttribute"/>.
/// </summary>
public abstract class InputArgs
{
    /// <summary>Makes args without any input set.</summary>
    protected InputArgs()
    {
    }

    /// <summary>
    /// The inputs by their provider names, null ones included. Throws <see cref="ArgumentNullException"/> when a required one is null.
    /// </summary>
    internal virtual Task<ImmutableDictionary<string, object?>> ToDictionaryAsync()
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in InputMember.Of(GetType()))
        {
            inputs.Add(member.Name, Read(member));
        }

        return Task.FromResult(inputs.ToImmutable());
    }

    private object? Read(InputMember member)
    {
        var value = member.Get(this);
        if (value is null)
        {
            return member.IsRequired
                ? throw new ArgumentNullException(
                    member.MemberName,
                    $"[Input] {GetType().FullName}.{member.MemberName} is required but was not given a value")
                : null;
        }

        return member.Json ? JsonText.Of($"{GetType().FullName}.{member.MemberName}", value) : value;
    }
}
