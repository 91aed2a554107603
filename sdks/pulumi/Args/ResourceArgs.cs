namespace Pulumi;

/// <summary>Base of the classes that carry the inputs of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>Args without any input.</summary>
    public static readonly ResourceArgs Empty = new EmptyResourceArgs();

    /// <summary>Makes args without any input set.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class EmptyResourceArgs : ResourceArgs
    {
    }
}

/// <summary>Base of the classes that carry the arguments of a provider function.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>Args without any argument.</summary>
    public static readonly InvokeArgs Empty = new EmptyInvokeArgs();

    /// <summary>Makes args without any argument set.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class EmptyInvokeArgs : InvokeArgs
    {
    }
}

/// <summary>Base of the classes that carry the arguments of a resource's method.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>Args without any argument.</summary>
    public static readonly CallArgs Empty = new EmptyCallArgs();

    /// <summary>Makes args without any argument set.</summary>
    protected CallArgs()
    {
    }

    private sealed class EmptyCallArgs : CallArgs
    {
    }
}
