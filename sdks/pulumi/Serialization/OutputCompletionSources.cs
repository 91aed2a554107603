using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Gives the [Output] properties of a resource outputs that complete when the engine has answered.</summary>
internal static class OutputCompletionSources
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Cache = new();

    /// <summary>Sets the properties and returns the completion sources by the outputs' names.</summary>
    /// <param name="resource">The resource that is being constructed.</param>
    /// <param name="allProperties">
    /// False for a component of the program itself: it assigns its outputs; only those that <see cref="Resource"/> declares are set here.
    /// </param>
    /// <exception cref="RunException">A property is no <see cref="Output{T}"/>.</exception>
    /// <exception cref="InvalidOperationException">A property has no setter, or a type that no value of the engine can become.</exception>
    public static ImmutableDictionary<string, IOutputCompletionSource> Initialize(Resource resource, bool allProperties)
    {
        var properties = Cache.GetOrAdd(allProperties ? resource.GetType() : typeof(Resource), static type => Find(type));
        var resources = ImmutableHashSet<Resource>.Empty.Add(resource);
        var sources = ImmutableDictionary.CreateBuilder<string, IOutputCompletionSource>();
        foreach (var property in properties)
        {
            var source = property.Make(resources);
            property.Set(resource, source.Output);
            sources.Add(property.Name, source);
        }

        return sources.ToImmutable();
    }

    private static OutputProperty[] Find(Type type)
    {
        var found = new List<OutputProperty>();
        var wrong = new List<string>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute)
            {
                continue;
            }

            var name = attribute.Name ?? property.Name;
            if (property.PropertyType.IsConstructedGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>))
            {
                found.Add(new OutputProperty(name, property));
            }
            else
            {
                wrong.Add(name);
            }
        }

        return wrong.Count == 0 ? [.. found] : throw RunException.OutputsHaveIncorrectType(wrong);
    }

    private sealed class OutputProperty
    {
        private static readonly ConcurrentDictionary<Type, SourceMaker> Makers = new();

        private readonly MethodInfo _setter;
        private readonly FieldInfo? _field;
        private readonly SourceMaker _maker;

        public OutputProperty(string name, PropertyInfo property)
        {
            Name = name;

            // A setter that is private on a base class is only seen through that class.
            var declared = property.DeclaringType!.GetProperty(property.Name)!;
            _setter = declared.GetSetMethod(nonPublic: true)
                ?? throw new InvalidOperationException(
                    $"[Output] property {property.DeclaringType.FullName}.{property.Name} has no setter, so that its value cannot be "
                    + "filled in. A setter of any visibility is allowed: add 'private set'.");
            _field = AutoProperty.Field(declared, _setter);
            var type = property.PropertyType.GenericTypeArguments[0];
            Converter.CheckTargetType($"{property.DeclaringType.FullName}.{property.Name}", type);
            _maker = Makers.GetOrAdd(type, static type => (SourceMaker)Activator.CreateInstance(typeof(SourceMaker<>).MakeGenericType(type))!);
        }

        public string Name { get; }

        public void Set(Resource resource, IOutput output)
        {
            if (_field is not null)
            {
                _field.SetValue(resource, output);
            }
            else
            {
                _setter.Invoke(resource, [output]);
            }
        }

        public IOutputCompletionSource Make(ImmutableHashSet<Resource> resources) => _maker.Make(resources);
    }

    private abstract class SourceMaker
    {
        public abstract IOutputCompletionSource Make(ImmutableHashSet<Resource> resources);
    }

    private sealed class SourceMaker<T> : SourceMaker
    {
        public override IOutputCompletionSource Make(ImmutableHashSet<Resource> resources) => new OutputCompletionSource<T>(resources);
    }
}
