using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value of one of two types. The default union holds the first case's default value.</summary>
/// <typeparam name="T0">Type of the first case.</typeparam>
/// <typeparam name="T1">Type of the second case.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Members of the published API.")]
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(T0 value0, T1 value1, bool isT1)
    {
        _value0 = value0;
        _value1 = value1;
        IsT1 = isT1;
    }

    /// <summary>The value of the case that is present.</summary>
    public object Value => (IsT1 ? _value1 : (object?)_value0)!;

    /// <summary>Whether the first case is present.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the second case is present.</summary>
    public bool IsT1 { get; }

    /// <summary>The value of the first case. Throws <see cref="InvalidOperationException"/> when the second is present.</summary>
    public T0 AsT0 => IsT1 ? throw WrongCase(nameof(AsT0), typeof(T1), nameof(AsT1)) : _value0;

    /// <summary>The value of the second case. Throws <see cref="InvalidOperationException"/> when the first is present.</summary>
    public T1 AsT1 => IsT1 ? _value1 : throw WrongCase(nameof(AsT1), typeof(T0), nameof(AsT0));

    object? IUnion.Value => Value;

    /// <summary>Makes a union of the first case.</summary>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>Makes a union of the second case.</summary>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Tells whether both hold the same case with equal values.</summary>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Tells whether the cases or their values differ.</summary>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>Makes a union of the first case.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, false);

    /// <summary>Makes a union of the second case.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, true);

    /// <summary>Runs the action of the case that is present.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT1)
        {
            f1(_value1);
        }
        else
        {
            f0(_value0);
        }
    }

    /// <summary>Computes a result with the function of the case that is present.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT1 ? f1(_value1) : f0(_value0);

    /// <summary>Transforms the first case and leaves the second as it is.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc)
        => IsT1 ? Union<TResult, T1>.FromT1(_value1) : Union<TResult, T1>.FromT0(mapFunc(_value0));

    /// <summary>Transforms the second case and leaves the first as it is.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc)
        => IsT1 ? Union<T0, TResult>.FromT1(mapFunc(_value1)) : Union<T0, TResult>.FromT0(_value0);

    /// <summary>Transforms whichever case is present.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1)
        => IsT1 ? Union<TResult0, TResult1>.FromT1(mapFunc1(_value1)) : Union<TResult0, TResult1>.FromT0(mapFunc0(_value0));

    /// <summary>Gives the first case and true when it is present, else the second case and false.</summary>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        value = _value0;
        remainder = _value1;
        return IsT0;
    }

    /// <summary>Gives the second case and true when it is present, else the first case and false.</summary>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        value = _value1;
        remainder = _value0;
        return IsT1;
    }

    /// <summary>Tells whether both hold the same case with equal values.</summary>
    public bool Equals(Union<T0, T1> other)
        => IsT1 == other.IsT1
            && (IsT1
                ? EqualityComparer<T1>.Default.Equals(_value1, other._value1)
                : EqualityComparer<T0>.Default.Equals(_value0, other._value0));

    /// <summary>Tells whether the other is a union of these types with the same case and an equal value.</summary>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <summary>A hash of the case and its value.</summary>
    public override int GetHashCode() => IsT1 ? HashCode.Combine(1, _value1) : HashCode.Combine(0, _value0);

    /// <summary>The type of the case and its value, separated by a colon.</summary>
    public override string ToString() => IsT1 ? $"{typeof(T1).FullName}: {_value1}" : $"{typeof(T0).FullName}: {_value0}";

    private static InvalidOperationException WrongCase(string asked, Type present, string use)
        => new($"{asked} was asked of a union that holds its other case, a {present.FullName}. "
            + $"Read that with {use}, or look first with Is{asked[2..]} or Match.");
}
