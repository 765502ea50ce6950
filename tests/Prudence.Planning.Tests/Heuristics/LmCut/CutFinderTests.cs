using Prudence.Planning.Heuristics.LmCut;
using Prudence.Planning.Tests.Heuristics.Relaxation;

namespace Prudence.Planning.Tests.Heuristics.LmCut;

public sealed unsafe class CutFinderTests
{
    [Fact]
    public void Every_cut_is_the_one_between_the_goal_zone_and_what_is_reachable_before_it()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 1, derivedCount: seed % 3, largestCost: 1 + (seed % 4));
            var cutTask = CutTaskBuilder.Build(task, task.Operators.Costs, null);
            var space = new StateSpace(task);
            for (var s = 0; s < space.States.Length; s += 7)
            {
                var values = space.States[s];
                int[] facts = [.. Enumerable.Range(0, values.Length).Select(v => cutTask.FactNumbers.Span[task.Fact(v, values[v])])];
                CheckAllCuts(cutTask, facts);
            }
        }
    }

    private static void CheckAllCuts(CutTask task, int[] stateFacts)
    {
        var graph = new JustificationGraph(task);
        var finder = new CutFinder(task, graph);
        graph.Explore(stateFacts);
        while (graph.GoalCost is not 0 and not JustificationGraph.Unreached)
        {
            finder.Find(stateFacts);
            var cut = finder.Cut.ToArray();
            Assert.Equal(NaiveCut(task, graph, stateFacts), cut.Order());

            var cost = cut.Min(o => graph.Operators[o].Cost);
            foreach (var o in cut)
            {
                graph.Operators[o].Cost -= cost;
            }

            graph.Lower(cut);
            CheckValues(task, graph, stateFacts);
        }
    }

    /// <summary>Compares values kept up to date with those computed afresh, and supporters with their definition.</summary>
    private static void CheckValues(CutTask task, JustificationGraph graph, int[] stateFacts)
    {
        var fresh = new JustificationGraph(task);
        for (var o = 0; o < task.OperatorCount; o++)
        {
            fresh.Operators[o].Cost = graph.Operators[o].Cost;
        }

        fresh.Explore(stateFacts);
        for (var fact = 0; fact < task.Truth; fact++)
        {
            Assert.Equal(fresh.Facts[fact].Cost, graph.Facts[fact].Cost);
        }

        for (var o = 0; o < task.OperatorCount; o++)
        {
            var conjunction = graph.Operators[o].Conjunction;
            var facts = task.Conjunctions[conjunction].ToArray();
            var supporter = graph.Supporters[conjunction];
            var dearest = facts.Length == 0 ? 0 : facts.Max(fact => graph.Facts[fact].Cost);
            Assert.Equal(supporter < 0 ? JustificationGraph.Unreached : graph.Facts[supporter].Cost, dearest);
        }
    }

    private static IEnumerable<int> NaiveCut(CutTask task, JustificationGraph graph, int[] stateFacts)
    {
        int Supporter(int o) => graph.Supporters[graph.Operators[o].Conjunction];
        IEnumerable<int> Effects(int o) =>
            Enumerable.Range(task.Operators.Span[o].FirstEffect, task.Operators.Span[o + 1].FirstEffect - task.Operators.Span[o].FirstEffect)
                .Select(e => task.Effects.Span[e]);
        var operators = Enumerable.Range(0, task.OperatorCount).Where(o => Supporter(o) >= 0).ToArray();

        var zone = new HashSet<int> { task.Goal };
        while (operators.Any(o => graph.Operators[o].Cost == 0 && Effects(o).Any(zone.Contains) && zone.Add(Supporter(o))))
        {
        }

        var before = new HashSet<int>(stateFacts) { task.Truth };
        while (operators.Any(o => before.Contains(Supporter(o)) && !Effects(o).Any(zone.Contains) && Effects(o).Any(before.Add)))
        {
        }

        return operators.Where(o => before.Contains(Supporter(o)) && Effects(o).Any(zone.Contains));
    }
}
