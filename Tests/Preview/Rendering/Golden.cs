using System.Runtime.CompilerServices;
using System.Text;
using NUnit.Framework;

namespace Infra.Tests.Preview.Rendering;

/// <summary>Compares bytes with a recorded file beside the test. RECORD_GOLDENS=1 in the environment records anew, to be read in review.</summary>
internal static class Golden
{
    public static void Compare(byte[] actual, string name, [CallerFilePath] string source = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(source)!, name);
        if (Environment.GetEnvironmentVariable("RECORD_GOLDENS") == "1")
        {
            File.WriteAllBytes(path, actual);
            Assert.Inconclusive($"{name} was recorded; read its difference before it is committed.");
        }

        Assert.That(Encoding.UTF8.GetString(actual), Is.EqualTo(File.ReadAllText(path)));
    }
}
