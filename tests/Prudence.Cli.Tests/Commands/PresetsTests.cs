using Prudence.Planning.Configuration;

namespace Prudence.Cli.Tests.Commands;

public class PresetsTests
{
    [Fact]
    public async Task Lists_presets_searches_and_heuristics()
    {
        var run = await CommandLineRun.Of("presets");

        Assert.Equal(0, run.ExitCode);
        var names = Presets.All.Select(static preset => preset.Name)
            .Concat(ConfigurationVocabulary.Searches.Concat(ConfigurationVocabulary.Heuristics).Select(static word => word.Name));
        Assert.All(names, name => Assert.Contains($"\n  {name} ", run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_what_they_stand_for()
    {
        var json = (await CommandLineRun.Of("presets", "--json")).Json;
        var optimal = json.GetProperty("presets").EnumerateArray().Single(static preset => preset.GetProperty("name").GetString() == "optimal");

        Assert.Equal("astar(lmcut)", optimal.GetProperty("configuration").GetString());
        Assert.Equal(ConfigurationVocabulary.Searches.Count, json.GetProperty("searches").GetArrayLength());
        Assert.Equal(ConfigurationVocabulary.Heuristics.Count, json.GetProperty("heuristics").GetArrayLength());
    }

    [Fact]
    public async Task Shells_complete_them()
    {
        const string line = "prudence plan p.pddl --preset astar-";
        var run = await CommandLineRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal("astar-blind\nastar-lmcut\n", run.Out);
    }
}
