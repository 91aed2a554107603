using System.Globalization;
using Infra.Components.Naming;
using Pulumi;

namespace Infra.Components.Functions;

/// <summary>The instruction set a function runs on.</summary>
public enum FunctionArchitecture
{
    /// <summary>64-bit x86.</summary>
    X64,

    /// <summary>64-bit ARM, about a fifth cheaper.</summary>
    Arm64,
}

/// <summary>What a <see cref="LambdaFunction"/> is made of.</summary>
public sealed class LambdaFunctionArgs : ResourceArgs
{
    /// <summary>The function's name in AWS, at most 64 characters.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What the function does; AWS shows it beside the name.</summary>
    public required string Description { get; init; }

    /// <summary>Where its code comes from.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>The file and exported name that zipped code starts with. Default: `index.handler`.</summary>
    public string Handler { get; init; } = "index.handler";

    /// <summary>The runtime of zipped code. Default: `nodejs22.x`.</summary>
    public string Runtime { get; init; } = "nodejs22.x";

    /// <summary>The instruction set. Default: x86.</summary>
    public FunctionArchitecture Architecture { get; init; } = FunctionArchitecture.X64;

    /// <summary>Memory in MiB, 128 to 10240; processor time grows with it.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Seconds that one invocation may take, 1 to 900.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The ARN of the role the function runs as.</summary>
    public required Input<string> RoleArn { get; init; }

    /// <summary>The name of the log group it writes to. An output of the group, so that the group comes first: Lambda creates a missing one by itself.</summary>
    public required Input<string> LogGroupName { get; init; }

    /// <summary>Environment variables, 4 KB in all. One secret value makes the whole map secret. Default: null, none.</summary>
    public InputMap<string>? Environment { get; init; }

    /// <summary>The VPC the function is attached to. Default: null, none; it then reaches the internet and nothing private.</summary>
    public FunctionNetwork? Network { get; init; }

    /// <summary>The file system it mounts; needs <see cref="Network"/>. Default: null, none.</summary>
    public FunctionFileSystem? FileSystem { get; init; }

    /// <summary>Resources that must exist before the function though it names none of their outputs, such as permissions and mount targets. Default: none.</summary>
    public InputList<Resource> CreateAfter { get; init; } = [];

    internal void Validate(string name)
    {
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(System.Environment.NewLine, faults.Select(fault => $"Function '{name}': {fault}")));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (PhysicalName.Length is 0 || PhysicalName.Length > Naming.PhysicalName.Limit(PhysicalNameKind.Function))
        {
            yield return $"{nameof(PhysicalName)} is '{PhysicalName}'. It must have 1 to 64 characters. Shorten it with {nameof(Naming.PhysicalName)}.Fit.";
        }

        if (MemoryMiB is < 128 or > 10_240)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{nameof(MemoryMiB)} is {MemoryMiB}. Lambda takes 128 to 10240. Choose a size in that range.");
        }

        if (TimeoutSeconds is < 1 or > 900)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{nameof(TimeoutSeconds)} is {TimeoutSeconds}. Lambda takes 1 to 900. Choose a time in that range.");
        }

        if (FileSystem is not null && Network is null)
        {
            yield return $"{nameof(FileSystem)} is set without {nameof(Network)}. A file system is reached through mount targets in a VPC. Set {nameof(Network)}.";
        }

        if (FileSystem is { } fileSystem && !fileSystem.MountPath.StartsWith("/mnt/", StringComparison.Ordinal))
        {
            yield return $"The mount path is '{fileSystem.MountPath}'. Lambda mounts file systems below /mnt/ only. Choose a path such as /mnt/efs.";
        }
    }
}
