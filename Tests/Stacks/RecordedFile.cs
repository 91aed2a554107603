using Infra.Tests.Support;
using NUnit.Framework;

namespace Infra.Tests.Stacks;

/// <summary>A file of the repository that is written from the settings records. Recorded anew only with RECORD_SETTINGS=1.</summary>
internal static class RecordedFile
{
    public static void AssertCurrent(string path, string text)
    {
        var full = Path.Combine(Scenario.RepositoryDirectory, path);
        if (Environment.GetEnvironmentVariable("RECORD_SETTINGS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            Assert.Ignore($"Recorded {path}.");
        }

        Assert.That(File.Exists(full) ? File.ReadAllText(full) : "", Is.EqualTo(text), $"{path} is not what the settings records say. Record it with RECORD_SETTINGS=1.");
    }
}
