using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Running;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Simulation;

/// <summary>Reads a workload from YAML.</summary>
internal static class WorkloadReader
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(366);

    /// <exception cref="UserErrorException">The text is not what it should be; the message says where and what was expected.</exception>
    public static Workload Read(string file, string text, PriceBook prices)
    {
        var root = YamlFile.Read(file, text, "prudence budget simulate --example shows one");
        var members = root.Members("scopes", "streams", "start?", "length?", "time-zone?", "seed?");
        var zone = members.TryGetValue("time-zone", out var zoneNode) ? Zone(zoneNode) : TimeZoneInfo.Utc;
        var start = members.TryGetValue("start", out var startNode) ? startNode.Date() : new DateOnly(2026, 1, 1);
        var length = members.TryGetValue("length", out var lengthNode) ? WorkloadText.Time(lengthNode) : TimeSpan.FromDays(7);
        if (length > LongestRun)
        {
            throw lengthNode.Fail($"expected at most {LongestRun.TotalDays} days");
        }

        var local = start.ToDateTime(TimeOnly.MinValue);
        var begin = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        var scopes = Scopes(members["scopes"]);
        return new Workload
        {
            Start = begin,
            Length = length,
            TimeZone = zone,
            Seed = members.TryGetValue("seed", out var seed) ? (int)WorkloadText.Count(seed, 0, int.MaxValue) : 1,
            Scopes = scopes,
            Streams = [.. members["streams"].Items().Select(node => WorkloadStreamReader.Read(node, scopes, prices, begin))],
        };
    }

    private static List<WorkloadScope> Scopes(YamlValue list)
    {
        List<WorkloadScope> scopes = [];
        foreach (var node in list.Items())
        {
            var members = node.Members("scope", "limits?");
            var path = members["scope"].Text();
            if (path.Split('/').Any(string.IsNullOrWhiteSpace))
            {
                throw members["scope"].Fail("expected a path such as acme/search");
            }

            var scope = new WorkloadScope(path, members.TryGetValue("limits", out var limits) ? [.. limits.Items().Select(Limit)] : []);
            if (scopes.Exists(other => other.Path == path))
            {
                throw members["scope"].Fail($"'{path}' is here twice");
            }

            if (scope.Parent is null ? scopes.Count > 0 : !scopes.Exists(other => other.Path == scope.Parent))
            {
                throw members["scope"].Fail(scope.Parent is null ? "there is one root: the first scope" : $"expected the scope above it, '{scope.Parent}', before it");
            }

            scopes.Add(scope);
        }

        return scopes.Count > 0 ? scopes : throw list.Fail("expected at least one scope");
    }

    private static WorkloadLimit Limit(YamlValue node)
    {
        var members = node.Members("amount", "per?", "notify?");
        if (!Ledgers.AmountsParser.TryParseOne(members["amount"].Text(), out var resource, out var amount, out var error))
        {
            throw members["amount"].Fail(error);
        }

        var window = LimitWindow.Lifetime;
        if (members.TryGetValue("per", out var per) && !LimitWindowText.TryParse(per.Text(), out window, out error))
        {
            throw per.Fail(error!);
        }

        var notify = members.TryGetValue("notify", out var list) ? list.Items().Select(static item => (int)WorkloadText.Count(item, 1, 100)).ToList() : [];
        return new WorkloadLimit(new BudgetLimit(resource, amount, window!), notify);
    }

    private static TimeZoneInfo Zone(YamlValue node) =>
        TimeZoneText.TryRead(node.Text(), out var zone) ? zone : throw node.Fail($"this system knows no time zone '{node.Text()}'", "write for example UTC or Europe/Berlin");
}
