using System.CommandLine;
using System.Globalization;
using System.Text;
using Infra.Preview.Cost;
using Infra.Preview.Cost.Prices;
using Infra.Preview.Cost.Reports;
using Infra.Preview.Cost.Usage;
using Infra.Preview.Diff;
using Infra.Preview.Findings;
using Infra.Preview.Model;
using Infra.Preview.Rendering;

namespace Infra.Preview.Cli;

/// <summary>Estimates what a stack costs in a month. Exit codes: 0 = within the limits, 2 = a limit is passed, 1 = failed.</summary>
internal static class CostCommand
{
    private const int LimitPassed = 2;

    public static Command Create()
    {
        var command = new Command("cost", "Estimate what a stack costs in a month, from a dated price list and assumptions about use, offline");
        var program = new ProgramOptions();
        var profile = new Option<string>("--profile") { Description = "How much use is assumed: small, medium or large", DefaultValueFactory = _ => UsageAssumptions.Profiles[0] };
        profile.AcceptOnlyFromAmong([.. UsageAssumptions.Profiles]);
        var usage = new Option<string?>("--usage") { Description = "Usage by type or resource, over the profile's (docs/costs.md)", HelpName = "file" };
        var explain = new Option<bool>("--explain") { Description = "Show each item's formula, confidence and notes, and why resources are free" };
        var against = new Option<string?>("--against") { Description = "An earlier version to compare with: a file written by --json, or git:REF", HelpName = "file.json|git:REF" };
        var maxMonthly = Limit("--max-monthly", "End with exit code 2 when the stack may cost more than this a month");
        var maxIncrease = Limit("--max-increase", "End with exit code 2 when the stack may cost this much more a month than --against");
        var json = new Option<bool>("--json") { Description = "Print the estimate as JSON" };
        var color = new Option<string>("--color") { Description = "Colours: auto (on a terminal), always or never", DefaultValueFactory = _ => "auto" };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        program.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[profile, usage, explain, against, maxMonthly, maxIncrease, json, color])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var gates = new CostGates(parsed.GetValue(maxMonthly), parsed.GetValue(maxIncrease));
            if (gates.MaxIncrease is not null && parsed.GetValue(against) is null)
            {
                throw new PreviewException("--max-increase needs the version to compare with: give --against FILE.json or --against git:REF.");
            }

            var assumptions = UsageAssumptions.Read(parsed.GetValue(profile)!, parsed.GetValue(usage));
            var request = program.Read(parsed);
            var result = await PreviewRunner.RunAsync(request, cancellation);
            if (result.ExitCode != 0)
            {
                await Console.Error.WriteAsync(Encoding.UTF8.GetString(PreviewText.Write(result, showSecrets: false, Terminal.Plain)));
                return result.ExitCode;
            }

            var estimate = Estimate(result.Graph);
            (string Name, CostEstimate Estimate)? before = null;
            if (parsed.GetValue(against) is { } version)
            {
                var (_, baseline) = await DiffRunner.CompareAsync(version, request, result, cancellation);
                before = (baseline.Name, Estimate(baseline.Graph));
            }

            var document = parsed.GetValue(json)
                ? CostJson.Write(estimate, result.Stack, before)
                : CostText.Write(estimate, result.Stack, parsed.GetValue(explain), Terminal.Of(parsed.GetValue(color)!), before);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, cancellation);
            if (gates.Refusal(estimate, before?.Estimate) is not { } refusal)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync(refusal);
            return LimitPassed;

            CostEstimate Estimate(ResourceGraph graph) => CostEstimator.Estimate(graph, PriceList.Embedded, assumptions, Clock.Today);
        });
        return command;
    }

    // Parsed here: the library would take a comma for a thousands separator or not, depending on the machine's language.
    private static Option<decimal?> Limit(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "USD",
        CustomParser = result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit))
            {
                return limit;
            }

            result.AddError($"{name} is '{result.Tokens[0].Value}'; expected an amount in US dollars, zero or more, e.g. 150 or 99.50.");
            return null;
        },
    };
}
