using Infra.Preview.Findings.Judging;

namespace Infra.Preview.Cost.Rules;

/// <summary>Lambda functions, App Runner services and CloudFront distributions.</summary>
internal static class FunctionRules
{
    private const decimal IncludedDiskMb = 512;
    private const decimal DefaultMemoryMb = 128;

    public static void AddTo(Dictionary<string, Action<Costing>> rules)
    {
        rules.Add("aws:lambda/function:Function", PriceFunction);
        rules.Add("aws:apprunner/service:Service", PriceAppRunner);
        rules.Add("aws:cloudfront/distribution:Distribution", PriceDistribution);
        rules.Add("aws:cloudfront/function:Function", costing =>
            costing.Line("Function invocations", "CloudFront/function-per-million", [costing.Use("invocations", "").Times(0.000001m, "M invocations")]));
    }

    private static void PriceFunction(Costing costing)
    {
        var memory = costing.At("memorySize");
        if (memory.IsUnknown)
        {
            costing.Missing("its memory is not known");
            return;
        }

        var requests = costing.Use("requests", "requests");
        var seconds = costing.Use("durationMs", "").Times(0.001m, "s");
        var architecture = costing.At("architectures")[0].AsText == "arm64" ? "arm" : "x86";
        var gigabytes = (memory.Decimal() ?? DefaultMemoryMb) / 1024;
        costing.Line("Lambda duration", $"Lambda/gb-second-{architecture}", [requests, seconds, new Factor(gigabytes, "GB")]);
        costing.Line("Lambda requests", "Lambda/requests-per-million", [requests.Times(0.000001m, "M requests")]);
        if (costing.Number("ephemeralStorage.size") is { } disk && disk > IncludedDiskMb)
        {
            costing.Line("Lambda disk beyond 512 MB", "Lambda/ephemeral-over-512mb", [requests, seconds, new Factor((disk - IncludedDiskMb) / 1024, "GB")]);
        }
    }

    private static void PriceAppRunner(Costing costing)
    {
        // One processor and two gigabytes are AWS's defaults.
        var cpu = costing.At("instanceConfiguration.cpu");
        var memory = costing.At("instanceConfiguration.memory");
        if (cpu.IsUnknown || memory.IsUnknown)
        {
            costing.Missing("the size of its instances is not known");
            return;
        }

        var scaling = costing.Scope.Target(costing.Node, "autoScalingConfigurationArn", "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion");
        var least = new Factor(scaling?.At("minSize").Decimal() ?? 1, "instances");
        costing.Line("App Runner memory", "AppRunner/provisioned-gb-hour", [least, new Factor(memory.Size() ?? 2, "GB"), Factor.Hours]);
        costing.Line("App Runner vCPU", "AppRunner/active-vcpu-hour", [new Factor(cpu.Size() ?? 1, "vCPU"), costing.Use("activeInstanceHours", "active instance-hours")]);
        if (costing.At("sourceConfiguration.autoDeploymentsEnabled").IsOn(whenMissing: true).IsYes)
        {
            costing.Line("App Runner automatic deployments", "AppRunner/auto-deploy-month", [new Factor(1, "application")]);
        }
    }

    private static void PriceDistribution(Costing costing)
    {
        costing.Line("Data to viewers", "CloudFront/data-out-us-eu-gb", [costing.Use("transferGb", "GB")], "at the price of North America and Europe");
        costing.Line("HTTPS requests", "CloudFront/https-requests-per-10k", [costing.Use("requests", "").Times(0.0001m, "× 10,000 requests")]);
    }
}
