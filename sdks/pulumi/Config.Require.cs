namespace Pulumi;

public sealed partial class Config
{
    /// <summary>The value of a key. Throws <see cref="RunException"/> when it is not set. Secrets are returned as plain text.</summary>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>The value of a key as a secret output. Throws <see cref="RunException"/> when it is not set.</summary>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    /// <summary>The value of a key, true or false. Throws <see cref="RunException"/> when it is not set or another value.</summary>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>The value of a key, true or false, as a secret output. Throws <see cref="RunException"/> when it is not set.</summary>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    /// <summary>The value of a key, a 32-bit integer. Throws <see cref="RunException"/> when it is not set or no such number.</summary>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>The value of a key, a 32-bit integer, as a secret output. Throws <see cref="RunException"/> when it is not set.</summary>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    /// <summary>The value of a key, a number. Throws <see cref="RunException"/> when it is not set or no number.</summary>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>The value of a key, a number, as a secret output. Throws <see cref="RunException"/> when it is not set.</summary>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    private MissingException Missing(string key) => new(FullKey(key));
}
