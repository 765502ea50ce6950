using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Matching;
using Prudence.Cli.Running;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Pricing;

/// <summary>Reads a person's own prices from a YAML file. They lie on top of the shipped tables, and what they say of a model replaces it all.</summary>
internal static class PriceOverrides
{
    /// <summary>The provider of models that name none: they are meant whatever provider is asked for.</summary>
    public const string AnyProvider = "own";

    /// <summary>Reads a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read or is not what it should be; the message says where and what was expected.</exception>
    public static PriceTable Read(string path)
    {
        var root = YamlFile.Read(path, InputFile.Read(path), "it begins with 'models:'");
        return Table(root, new PriceSource(Path.GetFileName(path)));
    }

    private static PriceTable Table(YamlValue root, PriceSource source)
    {
        var members = root.Members("models");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var models = members["models"].Items().Select(node => Model(node, source, names)).ToList();
        var providers = models.GroupBy(static model => model.Provider, StringComparer.OrdinalIgnoreCase).Select(static group => new PriceProvider(group.Key, [.. group])
        {
            AnswersForAll = group.Key.Equals(AnyProvider, StringComparison.OrdinalIgnoreCase),
        });
        return new PriceTable(source, [.. providers]) { MatchesWithoutProvider = true };
    }

    private static PricedModel Model(YamlValue node, PriceSource source, HashSet<string> taken)
    {
        var members = node.Members("name", "prices", "provider?", "aliases?", "match?");
        var provider = members.TryGetValue("provider", out var text) ? text.Text() : AnyProvider;
        List<MatchRule> rules = [];
        foreach (var name in members.TryGetValue("aliases", out var aliases) ? aliases.Items().Prepend(members["name"]) : [members["name"]])
        {
            rules.Add(MatchRule.Of(MatchKind.Equal, name.Text()));
            if (!taken.Add($"{provider}/{name.Text()}"))
            {
                throw name.Fail($"there is already a model '{name.Text()}' of this provider", "put all its periods under one name, and each alias under one model");
            }
        }

        rules.AddRange(members.TryGetValue("match", out var match) ? [OverrideMatch.Read(match)] : []);
        return new PricedModel(provider, members["name"].Text(), MatchRule.Of(MatchKind.Or, rules), OverridePeriods.Read(members["prices"]), source);
    }
}
