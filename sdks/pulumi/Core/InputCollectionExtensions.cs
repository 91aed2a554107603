namespace Pulumi;

/// <summary>Lets collection initializers add either case of a union to a list.</summary>
public static class InputListExtensions
{
    /// <summary>Appends an element of the first case.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) => list.Add(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Appends an element of the second case.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) => list.Add(value.Apply(Union<T0, T1>.FromT1));
}

/// <summary>Lets collection initializers add either case of a union to a map.</summary>
public static class InputMapExtensions
{
    /// <summary>Adds a key with a value of the first case.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value)
        => map.Add(key, value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Adds a key with a value of the second case.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value)
        => map.Add(key, value.Apply(Union<T0, T1>.FromT1));
}
