using Infra.Preview.Model;

namespace Infra.Preview.Lookups;

/// <summary>Answers about database engines.</summary>
internal static class DatabaseAnswers
{
    private static readonly Dictionary<string, (string Version, string Family)> Latest = new(StringComparer.Ordinal)
    {
        ["aurora-postgresql"] = ("17.4", "aurora-postgresql17"),
        ["aurora-mysql"] = ("8.0.mysql_aurora.3.08.0", "aurora-mysql8.0"),
        ["postgres"] = ("17.4", "postgres17"),
        ["mysql"] = ("8.0.40", "mysql8.0"),
        ["mariadb"] = ("11.4.4", "mariadb11.4"),
    };

    /// <summary>The version asked for, or one that exists; null for an engine that is not recorded.</summary>
    public static MapValue? EngineVersion(LookupCall call)
    {
        if (!Latest.TryGetValue(call.Text("engine"), out var known))
        {
            return null;
        }

        var version = Version(call, known.Version);
        return MapValue.Of(
            ("id", version),
            ("version", version),
            ("versionActual", version),
            ("parameterGroupFamily", version == known.Version ? known.Family : Family(call.Text("engine"), version)),
            ("status", "available"),
            ("engineDescription", call.Text("engine")),
            ("versionDescription", $"{call.Text("engine")} {version}"));
    }

    /// <summary>The first class asked for; null for an engine that is not recorded or when no class is asked for.</summary>
    public static MapValue? OrderableInstance(LookupCall call)
    {
        var type = call.Text("instanceClass") is { Length: > 0 } asked ? asked : call.Args["preferredInstanceClasses"][0].AsText;
        return type is null || !Latest.TryGetValue(call.Text("engine"), out var known)
            ? null
            : MapValue.Of(
                ("id", type),
                ("instanceClass", type),
                ("engineVersion", Version(call, known.Version)),
                ("licenseModel", "general-public-license"),
                ("storageType", call.Text("engine").StartsWith("aurora", StringComparison.Ordinal) ? "aurora" : "gp3"),
                ("supportsStorageEncryption", true),
                ("supportsPerformanceInsights", true),
                ("supportsIamDatabaseAuthentication", true),
                ("vpc", true));
    }

    private static string Version(LookupCall call, string latest) =>
        call.Text("version") is { Length: > 0 } version ? version
        : call.Text("engineVersion") is { Length: > 0 } engineVersion ? engineVersion
        : call.Args["preferredVersions"][0].AsText ?? latest;

    // PostgreSQL families are named by the first number of a version, MySQL's and MariaDB's by the first two.
    private static string Family(string engine, string version)
    {
        var numbers = version.Split('.');
        return engine + (engine.Contains("postgres", StringComparison.Ordinal) ? numbers[0] : string.Join('.', numbers.Take(2)));
    }
}
