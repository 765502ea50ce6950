using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Running;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Simulation;

/// <summary>Reads a stream of calls from YAML.</summary>
internal static class WorkloadStreamReader
{
    private const int MostPerHour = 100_000;

    public static WorkloadStream Read(YamlValue node, IReadOnlyList<WorkloadScope> scopes, PriceBook prices, DateTimeOffset at)
    {
        var members = node.Members(
            "name", "scope", "per-hour?", "every?", "concurrency?", "purpose?", "model?", "provider?", "input-tokens?", "output-tokens?", "max-output-tokens?", "cost?", "worst-case?", "latency?",
            "failures?", "retries?", "retry-after?", "overruns?");
        var name = members["name"].Text();
        var scope = members["scope"].Text();
        if (!scopes.Any(known => known.Path == scope))
        {
            var near = Spelling.Nearest(scope, scopes.Select(static known => known.Path));
            throw members["scope"].Fail($"there is no scope '{scope}' above", near is null ? null : $"did you mean '{near}'?");
        }

        return new WorkloadStream
        {
            Name = name,
            Scope = scope,
            Purpose = members.TryGetValue("purpose", out var purpose) ? purpose.Text() : name,
            Every = Every(node, members),
            IsRegular = members.ContainsKey("every"),
            Concurrency = members.TryGetValue("concurrency", out var concurrency) ? (int)WorkloadText.Count(concurrency, 1, 100_000) : 1,
            Price = members.ContainsKey("model") ? OfModel(members, prices, at) : Given(node, members),
            Latency = members.TryGetValue("latency", out var latency) ? WorkloadText.Times(latency) : Distribution.Of(TimeSpan.FromSeconds(2).Ticks),
            Failures = members.TryGetValue("failures", out var failures) ? WorkloadText.Share(failures) : 0,
            Retries = members.TryGetValue("retries", out var retries) ? (int)WorkloadText.Count(retries, 0, 100) : 0,
            RetryAfter = members.TryGetValue("retry-after", out var after) ? WorkloadText.Time(after) : TimeSpan.FromSeconds(1),
            Overruns = members.TryGetValue("overruns", out var overruns) ? WorkloadText.Share(overruns) : 0,
        };
    }

    private static TimeSpan Every(YamlValue node, Dictionary<string, YamlValue> members)
    {
        if (members.TryGetValue("per-hour", out var rate) == members.TryGetValue("every", out var every))
        {
            throw node.Fail("expected 'per-hour:' for calls at random, or 'every:' for calls at even distances", "one of them");
        }

        var distance = rate.Value is not null ? TimeSpan.FromHours(1) / WorkloadText.Count(rate, 1, MostPerHour) : WorkloadText.Time(every);
        return distance >= TimeSpan.FromHours(1) / MostPerHour ? distance : throw every.Fail($"expected at most {MostPerHour} calls an hour");
    }

    private static CallPrice.Given Given(YamlValue node, Dictionary<string, YamlValue> members)
    {
        if (!members.TryGetValue("cost", out var cost))
        {
            throw node.Fail("expected 'model:' with its tokens, or 'cost:'");
        }

        RefuseTokens(members);
        var amount = WorkloadText.Amounts(cost);
        return !members.TryGetValue("worst-case", out var worst)
            ? amount.IsLogNormal ? throw cost.Fail("expected 'worst-case:' as well, because this cost has no greatest") : new CallPrice.Given(amount, new Money(amount.High))
            : new CallPrice.Given(amount, worst.Amount());
    }

    private static void RefuseTokens(Dictionary<string, YamlValue> members)
    {
        foreach (var name in (string[])["provider", "input-tokens", "output-tokens", "max-output-tokens"])
        {
            if (members.TryGetValue(name, out var member))
            {
                throw member.FailAtName($"'{name}' says nothing without 'model:'");
            }
        }
    }

    private static CallPrice.OfModel OfModel(Dictionary<string, YamlValue> members, PriceBook prices, DateTimeOffset at)
    {
        foreach (var name in (string[])["cost", "worst-case"])
        {
            if (members.TryGetValue(name, out var member))
            {
                throw member.FailAtName($"'{name}' says nothing beside 'model:'");
            }
        }

        var model = members["model"];
        var lookup = prices.Find(model.Text(), members.TryGetValue("provider", out var provider) ? provider.Text() : null);
        if (!lookup.IsFound)
        {
            throw model.Fail(lookup.Refusal.Message, lookup.Refusal.Advice);
        }

        var input = members.TryGetValue("input-tokens", out var inputNode) ? WorkloadText.Counts(inputNode) : throw model.Fail("expected 'input-tokens:' as well");
        var output = members.TryGetValue("output-tokens", out var outputNode) ? WorkloadText.Counts(outputNode) : throw model.Fail("expected 'output-tokens:' as well");
        var most = members.TryGetValue("max-output-tokens", out var mostNode) ? WorkloadText.Count(mostNode, 1, 1_000_000_000)
            : output.IsLogNormal ? throw outputNode.Fail("expected 'max-output-tokens:' as well, because this number has no greatest") : output.High;
        var trial = Pricer.WorstCase(lookup.Model, new UsageBounds(Math.Max(1, input.High), most), at);
        return trial.IsPriced ? new CallPrice.OfModel(lookup.Model, at, input, output, most) : throw model.Fail(trial.Refusal.Message, trial.Refusal.Advice);
    }
}
