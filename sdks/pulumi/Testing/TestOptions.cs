namespace Pulumi.Testing;

/// <summary>The deployment that a program under test believes to run in.</summary>
public class TestOptions
{
    /// <summary>Name of the project. Default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Name of the stack. Default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Name of the organization. Default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The folder of Pulumi.yaml. Default: none, so that reading it fails.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Whether the run is a preview, in which outputs that the mocks leave out are unknown. Default: true.</summary>
    public bool? IsPreview { get; set; }
}
