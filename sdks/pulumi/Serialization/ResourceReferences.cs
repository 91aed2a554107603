using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Turns references to resources into resources.</summary>
internal static class ResourceReferences
{
    /// <summary>
    /// The resource behind a URN: an instance of the class that binds its type, which asks the engine for its outputs,
    /// or a stand-in that knows the URN only when there is no such class.
    /// </summary>
    public static Resource Resolve(string urn, string version)
    {
        var (type, name) = (Urn.TypeOf(urn), Urn.NameOf(urn));
        if (name.Length == 0)
        {
            throw new InvalidOperationException(
                $"The engine sent a reference to the URN '{urn}'. A URN has the form urn:pulumi:<stack>::<project>::<type>::<name>.");
        }

        if (Deployment.Current is not null && ResourceTypes.Find(type, version) is { } resourceClass)
        {
            foreach (var constructor in resourceClass.GetConstructors())
            {
                if (constructor.GetParameters() is [{ } first, _, { } third]
                    && first.ParameterType == typeof(string)
                    && OptionsFor(third.ParameterType, urn) is { } options)
                {
                    return (Resource)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [name, null, options], null);
                }
            }
        }

        return new DependencyResource(urn);
    }

    private static ResourceOptions? OptionsFor(Type type, string urn)
        => type == typeof(CustomResourceOptions) ? new CustomResourceOptions { Urn = urn }
            : type == typeof(ComponentResourceOptions) ? new ComponentResourceOptions { Urn = urn }
            : null;
}
