using System.Runtime.InteropServices;
using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Turns what the search for landmarks found into a <see cref="LandmarkGraph"/>.</summary>
internal sealed class LandmarkGraphAssembly(
    PlanningTask task, RelaxedRules rules, RelaxedReachability reachability, int[] initialValues, StopSignal? stop)
{
    public LandmarkGraph Assemble(LandmarkGraphBuilder found, Dictionary<int, int[]> firstAchievers, bool isPartial)
    {
        var numbers = new int[found.Count];
        var landmarks = new List<Landmark>(found.Count);
        var first = new IntListsBuilder(found.Count, found.Count);
        var achievers = new IntListsBuilder(found.Count, found.Count);
        for (var old = 0; old < found.Count; old++)
        {
            numbers[old] = -1;
            if (found.Exists(old))
            {
                numbers[old] = landmarks.Count;
                var landmark = Describe(found.Facts(old), found.IsGoal(old));
                landmarks.Add(landmark);
                AddAchievers(landmark, firstAchievers.GetValueOrDefault(old), first, achievers);
            }
        }

        found.Natural.Subtract(found.GreedyNecessary);
        var greedyNecessary = found.GreedyNecessary.ToLists(numbers);
        var natural = found.Natural.ToLists(numbers);
        Landmark[] all = [.. landmarks];
        return new LandmarkGraph
        {
            Task = task,
            Landmarks = all,
            GreedyNecessary = greedyNecessary,
            Natural = natural,
            Reasonable = new ReasonableOrderings(task, rules, all, greedyNecessary, natural, stop).Find(),
            FirstAchievers = first.ToLists(),
            Achievers = achievers.ToLists(),
            IsPartial = isPartial,
        };
    }

    private Landmark Describe(int[] facts, bool isGoal)
    {
        var isInitial = Array.Exists(facts, fact => initialValues[task.FactVariables[fact]] == task.FactValue(fact));
        var isDerived = Array.Exists(facts, fact => task.Variables[task.FactVariables[fact]].IsDerived);
        return new Landmark(facts, isGoal, isInitial, isDerived);
    }

    private void AddAchievers(Landmark landmark, int[]? firstAchievers, IntListsBuilder first, IntListsBuilder achievers)
    {
        if (!landmark.IsDerived)
        {
            var all = new List<int>();
            foreach (var fact in landmark.Facts)
            {
                foreach (var rule in rules.WithHeadFact[fact])
                {
                    if (reachability.IsSatisfied(rule))
                    {
                        all.Add(rules.Owners[rule]);
                    }
                }
            }

            IntSets.Normalise(all);
            achievers.AddRange(CollectionsMarshal.AsSpan(all));
            first.AddRange(firstAchievers ?? CollectionsMarshal.AsSpan(all));
        }

        achievers.EndList();
        first.EndList();
    }
}
