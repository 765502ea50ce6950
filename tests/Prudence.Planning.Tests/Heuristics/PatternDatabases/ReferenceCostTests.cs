using System.Globalization;
using Prudence.Planning.Tests.Language;

namespace Prudence.Planning.Tests.Heuristics.PatternDatabases;

public sealed class ReferenceCostTests
{
    private static readonly string[] Tasks =
    [
        "blocks/probBLOCKS-5-0.pddl", "driverlog/p03.pddl", "gripper/prob02.pddl", "logistics00/probLOGISTICS-4-1.pddl", "miconic-fulladl/f2-0.pddl",
        "miconic/s2-0.pddl", "rovers/p03.pddl", "satellite/p01-pfile1.pddl", "sokoban-opt08-strips/p01.pddl", "tpp/p04.pddl",
        "visitall-opt11-strips/problem04-half.pddl", "zenotravel/p02.pddl",
    ];

    [SharedPddlFact]
    public void Costs_of_public_tasks_are_the_proven_ones_with_and_without_h2_mutexes()
    {
        var folder = Path.Combine(SharedPddl.Root!, "pddl");
        var references = ReadCosts(Path.Combine(folder, "ipc-reference-costs.csv"));
        foreach (var name in Tasks)
        {
            var problem = Path.Combine(folder, "ipc", name);
            var domain = Path.Combine(Path.GetDirectoryName(problem)!, "domain.pddl");
            foreach (var useMutexes in new[] { false, true })
            {
                var result = new Planner(new PlannerOptions { Search = "astar(pdb)", UseH2Mutexes = useMutexes }).PlanFiles(domain, problem);

                Assert.True(result.IsOptimal, name);
                Assert.Equal(references[name], result.Best!.Cost);
                Assert.Equal(useMutexes, result.Grounding!.H2 is { IsComplete: true });
            }
        }
    }

    private static Dictionary<string, long> ReadCosts(string path)
    {
        var costs = new Dictionary<string, long>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split(',');
            if (long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var cost))
            {
                costs.TryAdd($"{cells[0]}/{cells[1]}", cost);
            }
        }

        return costs;
    }
}
