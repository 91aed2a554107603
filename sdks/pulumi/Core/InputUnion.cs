namespace Pulumi;

/// <summary>A value of one of two types given to a resource: plain or an output.</summary>
/// <typeparam name="T0">Type of the first case.</typeparam>
/// <typeparam name="T1">Type of the second case.</typeparam>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>Makes an input of the first case's default value.</summary>
    public InputUnion()
        : base(default(Union<T0, T1>))
    {
    }

    private InputUnion(Union<T0, T1> value)
        : base(value)
    {
    }

    private InputUnion(Output<Union<T0, T1>> value)
        : base(value)
    {
    }

    /// <summary>Makes an input of a plain union.</summary>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <summary>Makes an input of a plain value of the first case.</summary>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    /// <summary>Makes an input of a plain value of the second case.</summary>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    /// <summary>Makes an input of the first case.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Makes an input of the second case.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    /// <summary>Makes an input of an output of a union.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);

    /// <summary>Makes an input of an output of the first case.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Makes an input of an output of the second case.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));
}
