using Pulumi;

namespace Infra.Components.Functions;

/// <summary>Where a function's code comes from.</summary>
public abstract class FunctionCode
{
    private FunctionCode()
    {
    }

    /// <summary>A handler that answers HTTP requests with 503 and a sentence, and logs what it is called with; until the real code exists.</summary>
    public static FunctionCode Placeholder { get; } = new ZipCode("Components/Functions/Placeholder", IsPlaceholder: true);

    /// <summary>A zip file, or a folder that is zipped.</summary>
    /// <param name="path">Its path, relative to the folder of Pulumi.yaml.</param>
    public static FunctionCode Zip(string path) => new ZipCode(path, IsPlaceholder: false);

    /// <summary>A zip file or folder, or the placeholder when there is none.</summary>
    /// <param name="path">Its path, relative to the folder of Pulumi.yaml; null for none.</param>
    public static FunctionCode ZipOrPlaceholder(string? path) => path is null ? Placeholder : Zip(path);

    /// <summary>A folder that is zipped together with further files at its top, which take the place of its own of the same names.</summary>
    /// <param name="path">Its path, relative to the folder of Pulumi.yaml.</param>
    /// <param name="files">The files' paths, relative to the folder of Pulumi.yaml, by the names they get.</param>
    public static FunctionCode FolderWith(string path, IReadOnlyDictionary<string, string> files) => new FolderCode(path, files);

    /// <summary>A container image.</summary>
    /// <param name="uri">Its URI with a tag or digest; in a private ECR repository of the function's region.</param>
    public static FunctionCode Image(Input<string> uri) => new ImageCode(uri);

    /// <summary>A container image, or the placeholder when there is none.</summary>
    /// <param name="uri">Its URI with a tag or digest; null for none.</param>
    public static FunctionCode ImageOrPlaceholder(Input<string>? uri) => uri is null ? Placeholder : Image(uri);

    internal sealed class ZipCode(string path, bool IsPlaceholder) : FunctionCode
    {
        public string Path { get; } = path;

        public bool IsPlaceholder { get; } = IsPlaceholder;
    }

    internal sealed class FolderCode(string path, IReadOnlyDictionary<string, string> files) : FunctionCode
    {
        private const string Top = ".";

        public Archive ToArchive()
        {
            var members = files.ToDictionary(file => file.Key, AssetOrArchive (file) => new FileAsset(file.Value), StringComparer.Ordinal);
            members.Add(Top, new FileArchive(path));
            return new AssetArchive(members);
        }
    }

    internal sealed class ImageCode(Input<string> uri) : FunctionCode
    {
        public Input<string> Uri { get; } = uri;
    }
}
