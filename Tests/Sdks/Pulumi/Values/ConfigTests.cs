using System.Text.Json;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdks.Pulumi.Values;

[Parallelizable(ParallelScope.All)]
internal sealed class ConfigTests
{
    [TestCase("infra")]
    [TestCase("infra:config")]
    public void Keys_are_read_in_their_namespace(string name)
        => Assert.That(Read("text", "v", name).Get("text"), Is.EqualTo("v"));

    [Test]
    public void Missing_keys_read_as_null()
    {
        var config = Read("other", "v");

        Assert.That(config.Get("key"), Is.Null);
        Assert.That(config.GetBoolean("key"), Is.Null);
        Assert.That(config.GetInt32("key"), Is.Null);
        Assert.That(config.GetDouble("key"), Is.Null);
        Assert.That(config.GetObject<List<string>>("key"), Is.Null);
        Assert.That(config.GetObject<int>("key", JsonSerializerOptions.Default), Is.Zero);
        Assert.That(config.GetSecret("key"), Is.Null);
        Assert.That(config.GetSecretBoolean("key"), Is.Null);
        Assert.That(config.GetSecretInt32("key"), Is.Null);
        Assert.That(config.GetSecretDouble("key"), Is.Null);
        Assert.That(config.GetSecretObject<int>("key"), Is.Null);
        Assert.That(config.GetSecretObject<int>("key", JsonSerializerOptions.Default), Is.Null);
    }

    [Test]
    public void Every_require_reports_a_missing_key_in_the_words_of_the_engine()
    {
        var config = Read("other", "v");
        Action[] reads =
        [
            () => config.Require("key"),
            () => config.RequireBoolean("key"),
            () => config.RequireInt32("key"),
            () => config.RequireDouble("key"),
            () => config.RequireObject<int>("key"),
            () => config.RequireObject<int>("key", JsonSerializerOptions.Default),
            () => config.RequireSecret("key"),
            () => config.RequireSecretBoolean("key"),
            () => config.RequireSecretInt32("key"),
            () => config.RequireSecretDouble("key"),
            () => config.RequireSecretObject<int>("key"),
            () => config.RequireSecretObject<int>("key", JsonSerializerOptions.Default),
        ];

        foreach (var read in reads)
        {
            Assert.That(read, Throws.InstanceOf<RunException>().With.Message.EqualTo(
                "Missing Required configuration variable 'infra:key'\n"
                + "\tplease set a value using the command `pulumi config set infra:key <value>`"));
        }
    }

    [TestCase("true", true)]
    [TestCase("false", false)]
    public void Booleans_are_the_words_true_and_false(string text, bool value)
    {
        Assert.That(Read("key", text).GetBoolean("key"), Is.EqualTo(value));
        Assert.That(Read("key", text).RequireBoolean("key"), Is.EqualTo(value));
    }

    [TestCase("True")]
    [TestCase("1")]
    [TestCase("")]
    [TestCase(" true")]
    public void Other_booleans_are_refused(string text) => Refuses(text, "Boolean", config => config.GetBoolean("key"));

    [TestCase("0", 0)]
    [TestCase("-12", -12)]
    [TestCase("2147483647", int.MaxValue)]
    public void Integers_are_read(string text, int value)
    {
        Assert.That(Read("key", text).GetInt32("key"), Is.EqualTo(value));
        Assert.That(Read("key", text).RequireInt32("key"), Is.EqualTo(value));
    }

    [TestCase("1.5")]
    [TestCase("2147483648")]
    [TestCase("1,000")]
    [TestCase("x")]
    public void Other_integers_are_refused(string text) => Refuses(text, "Int32", config => config.GetInt32("key"));

    [TestCase("1.5", 1.5)]
    [TestCase("-2e3", -2000)]
    public void Numbers_are_read(string text, double value)
    {
        Assert.That(Read("key", text).GetDouble("key"), Is.EqualTo(value));
        Assert.That(Read("key", text).RequireDouble("key"), Is.EqualTo(value));
    }

    [TestCase("1,5")]
    [TestCase("x")]
    public void Other_numbers_are_refused(string text) => Refuses(text, "Double", config => config.GetDouble("key"));

    [Test]
    public void Objects_are_read_as_json_and_case_matters_unless_options_say_otherwise()
    {
        var config = Read("key", """{"host":"example","Port":80}""");
        var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);

        Assert.That(config.GetObject<Endpoint>("key"), Is.EqualTo(new Endpoint(null, 80)));
        Assert.That(config.RequireObject<Endpoint>("key", web), Is.EqualTo(new Endpoint("example", 80)));
        Assert.That(config.GetObject<Endpoint>("key", web), Is.EqualTo(new Endpoint("example", 80)));
        Assert.That(Read("key", """["a","b"]""").RequireObject<string[]>("key"), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Objects_that_do_not_fit_are_refused_with_the_cause()
    {
        var fault = Assert.Catch<RunException>(() => Read("key", "{").GetObject<Endpoint>("key"));

        Assert.That(fault.Message, Is.EqualTo($"Configuration 'infra:key' value '{{' is not a valid {typeof(Endpoint).FullName}"));
        Assert.That(fault.InnerException, Is.InstanceOf<JsonException>());
    }

    [Test]
    public async Task Secret_reads_are_secret_outputs()
    {
        var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Assert.That(await SecretAsync(Read("key", "v").GetSecret("key")), Is.EqualTo("v"));
        Assert.That(await SecretAsync(Read("key", "v").RequireSecret("key")), Is.EqualTo("v"));
        Assert.That(await SecretAsync(Read("key", "true").GetSecretBoolean("key")), Is.True);
        Assert.That(await SecretAsync(Read("key", "true").RequireSecretBoolean("key")), Is.True);
        Assert.That(await SecretAsync(Read("key", "3").GetSecretInt32("key")), Is.EqualTo(3));
        Assert.That(await SecretAsync(Read("key", "3").RequireSecretInt32("key")), Is.EqualTo(3));
        Assert.That(await SecretAsync(Read("key", "1.5").GetSecretDouble("key")), Is.EqualTo(1.5));
        Assert.That(await SecretAsync(Read("key", "1.5").RequireSecretDouble("key")), Is.EqualTo(1.5));
        Assert.That(await SecretAsync(Read("key", "[1]").GetSecretObject<int[]>("key")), Is.EqualTo(new[] { 1 }));
        Assert.That(await SecretAsync(Read("key", "[1]").GetSecretObject<int[]>("key", web)), Is.EqualTo(new[] { 1 }));
        Assert.That(await SecretAsync(Read("key", "[1]").RequireSecretObject<int[]>("key")), Is.EqualTo(new[] { 1 }));
        Assert.That(await SecretAsync(Read("key", "[1]").RequireSecretObject<int[]>("key", web)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Without_a_name_the_projects_namespace_is_read()
        => Assert.That(
            () => Deployment.TestAsync(new EmptyMocks(), new TestOptions { ProjectName = "shop" }, () => { new Config().Require("key"); }),
            Throws.InstanceOf<RunException>().With.Message.StartWith("Missing Required configuration variable 'shop:key'\n"));

    [Test]
    public void Outside_a_deployment_there_is_no_configuration()
    {
        Assert.That(() => new Config(), Throws.InvalidOperationException);
        Assert.That(() => new Config("shop").Get("key"), Throws.InvalidOperationException.With.Message.Contains("'shop:key'"));
    }

    private static Config Read(string key, string value, string name = "infra")
        => new(name, fullKey => fullKey == $"infra:{key}" ? value : null);

    private static void Refuses(string text, string type, Func<Config, object?> read)
        => Assert.That(
            () => read(Read("key", text)),
            Throws.InstanceOf<RunException>().With.Message.EqualTo($"Configuration 'infra:key' value '{text}' is not a valid {type}"));

    private static async Task<T> SecretAsync<T>(Output<T>? output)
    {
        Assert.That(output, Is.Not.Null);
        var data = await output.DataTask;
        Assert.That(data.IsSecret, Is.True);
        return data.Value;
    }

    private sealed record Endpoint(string? Host, int Port);
}
