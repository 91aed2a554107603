namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits the path of an existing folder or zip file, relative to the folder the program runs in, which is that of Pulumi.yaml.</summary>
public sealed class CodePathAttribute : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => "an existing folder or .zip file, relative to the folder of Pulumi.yaml";

    /// <inheritdoc/>
    public override bool Admits(object value) => AdmitsIn(Environment.CurrentDirectory, value);

    /// <inheritdoc/>
    public override bool AdmitsIn(string directory, object value)
    {
        if (value is not string { Length: > 0 } relative)
        {
            return false;
        }

        var path = Path.Combine(directory, relative);
        return Directory.Exists(path) || (File.Exists(path) && path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase));
    }
}
