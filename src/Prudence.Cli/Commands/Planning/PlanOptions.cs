using System.CommandLine;
using Prudence.Cli.Limits;
using Prudence.Cli.Pddl;
using Prudence.Cli.Running;
using Prudence.Planning.Configuration;

namespace Prudence.Cli.Commands.Planning;

/// <summary>The arguments and options of <c>prudence plan</c>.</summary>
internal sealed class PlanOptions
{
    private const string DefaultPreset = "fast";

    private readonly Argument<string> domain = FileArgument.One("DOMAIN", "The domain file; a problem file alone if its domain stands beside it.");
    private readonly Argument<string?> problem = FileArgument.Optional("PROBLEM", "The problem file.");
    private readonly Option<string?> preset = new("--preset", "-p")
    {
        Description = $"fast, good, optimal, or a classic such as lama-first; {DefaultPreset} if nothing is said. prudence presets lists them.",
        HelpName = "NAME",
    };

    private readonly Option<string?> search = new("--search")
    {
        Description = "A search of your own instead of a preset, such as \"eager-greedy(ff, preferred=all)\".",
        HelpName = "SEARCH",
    };

    private readonly LimitOptions limits = new();
    private readonly Option<bool> h2 = new("--h2") { Description = "Find pairs of facts that exclude each other, and drop operators that need them, before searching." };
    private readonly Option<bool> strict = new("--strict") { Description = "Accept only standard PDDL: every warning is an error." };
    private readonly Option<bool> explain = new("--explain") { Description = "Also show what each step needs, changes and serves." };
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Write the best plan to FILE; searches that find several also write FILE.1, FILE.2, ...",
        HelpName = "FILE",
    };

    private readonly Option<string?> report = new("--report") { Description = "Write a page to FILE.html that shows plan, search and receipt.", HelpName = "FILE" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing while searching." };

    public void AddTo(Command command)
    {
        preset.CompletionSources.Add(Presets.All.Select(static known => known.Name).ToArray());
        search.CompletionSources.Add(ConfigurationVocabulary.Searches.Select(static known => known.Name).ToArray());
        command.Arguments.Add(domain);
        command.Arguments.Add(problem);
        foreach (var option in (Option[])[preset, search, limits.Time, limits.Memory, limits.Expansions, h2, strict, explain, output, report, quiet])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UserErrorException">Options contradict each other, or a value cannot be read.</exception>
    public PlanRequest Read(ParseResult result) =>
        new(TaskFiles.Find(result.GetRequiredValue(domain), result.GetValue(problem)), Search(result), limits.Read(result))
        {
            UseH2Mutexes = result.GetValue(h2),
            Strict = result.GetValue(strict),
            Explain = result.GetValue(explain),
            OutputFile = result.GetValue(output),
            ReportFile = result.GetValue(report),
            Quiet = result.GetValue(quiet),
        };

    private string Search(ParseResult result)
    {
        var (name, configuration) = (result.GetValue(preset), result.GetValue(search));
        if (name is not null && configuration is not null)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, "--preset and --search exclude each other", "give one of them");
        }

        return configuration ?? Presets.Find(name ?? DefaultPreset)?.Name ?? throw UnknownPreset(name!);
    }

    private static UserErrorException UnknownPreset(string name)
    {
        var words = ConfigurationVocabulary.Searches.Select(static known => known.Name);
        var hint = name.Contains('(', StringComparison.Ordinal) || words.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"for a search of your own: --search \"{name}\""
            : Spelling.Nearest(name, Presets.All.Select(static known => known.Name)) is { } near ? $"did you mean '{near}'? prudence presets lists all"
            : $"known: {string.Join(", ", Presets.All.Select(static known => known.Name))}";
        return new UserErrorException(ExitCode.BadConfiguration, $"there is no preset '{name}'", hint);
    }
}
