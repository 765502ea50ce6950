using Prudence.Cli.Running;

namespace Prudence.Cli.Pddl;

/// <summary>The two files of a task. Where only one is named, the other is looked for beside it.</summary>
/// <param name="Domain">The domain file.</param>
/// <param name="Problem">The problem file.</param>
internal sealed record TaskFiles(string Domain, string Problem)
{
    /// <summary>Finds both files from what was named on the command line.</summary>
    /// <exception cref="UserErrorException">Only one was named, and the other cannot be found.</exception>
    public static TaskFiles Find(string first, string? second)
    {
        if (second is not null)
        {
            return new TaskFiles(first, second);
        }

        // One file: a problem that stands beside its domain. Competitions name the domain domain.pddl, or per problem p01-domain.pddl, domain_p01.pddl.
        var folder = Path.GetDirectoryName(first) ?? "";
        var name = Path.GetFileNameWithoutExtension(first);
        var candidates = new[] { "domain.pddl", $"{name}-domain.pddl", $"domain-{name}.pddl", $"domain_{name}.pddl", $"{name}_domain.pddl" };
        var found = candidates.Select(candidate => Path.Combine(folder, candidate)).FirstOrDefault(File.Exists);
        if (found is not null && Path.GetFullPath(found) != Path.GetFullPath(first))
        {
            return new TaskFiles(found, first);
        }

        InputFile.Read(first);
        throw new UserErrorException(
            ExitCode.BadCommandLine,
            found is null ? $"there is no domain.pddl beside '{first}'" : $"'{first}' is a domain; a problem is missing",
            "name both files: DOMAIN PROBLEM");
    }
}
