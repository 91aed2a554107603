namespace Infra.Stacks.Settings.Constraints;

/// <summary>Admits the path of an existing folder that holds a certain file, relative to the folder the program runs in, which is that of Pulumi.yaml.</summary>
/// <param name="file">The file's name.</param>
public sealed class FolderWithAttribute(string file) : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed => $"an existing folder that holds {file}, relative to the folder of Pulumi.yaml";

    /// <inheritdoc/>
    public override bool Admits(object value) => AdmitsIn(Environment.CurrentDirectory, value);

    /// <inheritdoc/>
    public override bool AdmitsIn(string directory, object value) =>
        value is string { Length: > 0 } relative && File.Exists(Path.Combine(directory, relative, file));
}
