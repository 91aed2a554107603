using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>
/// Finds the field behind a property whose accessor only reads or writes it. Args and resources have thousands of them, each used once
/// in a run: through the field, none has to be compiled first.
/// </summary>
internal static class AutoProperty
{
    /// <summary>The field, or null when the accessor is missing or has a body of its own.</summary>
    public static FieldInfo? Field(PropertyInfo property, MethodInfo? accessor)
    {
        return accessor is not null && accessor.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)
            : null;
    }
}
