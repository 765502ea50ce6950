using Prudence.Planning.Grounding;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>Lays the operators collected by <see cref="CutTaskBuilder"/> out as a <see cref="CutTask"/>.</summary>
internal sealed class CutTaskLayout(
    PlanningTask task, FactSets sets, FactSets effects, IntBuffer preconditions, IntBuffer effectSets, IntBuffer costs, IntBuffer owners)
{
    private readonly int[] numbers = new int[task.FactCount];
    private int goal;

    public CutTask Build(bool[] isRelevant)
    {
        for (var fact = 0; fact < numbers.Length; fact++)
        {
            numbers[fact] = isRelevant[fact] ? goal++ : -1;
        }

        for (var fact = 0; fact < numbers.Length; fact++)
        {
            numbers[fact] = numbers[fact] < 0 ? goal + 2 : numbers[fact];
        }

        preconditions.Add(sets.Intern(task.Goal));
        effectSets.Add(-1);
        costs.Add(0);
        owners.Add(-1);
        var isUsed = new bool[sets.Count];
        foreach (var set in preconditions.Span)
        {
            isUsed[set] = true;
        }

        var conjunctions = new ConjunctionTable(sets, isUsed, numbers, goal + 2);
        return Place(conjunctions);
    }

    private CutTask Place(ConjunctionTable conjunctions)
    {
        var operatorsOfSet = IntLists.From(Array.ConvertAll(preconditions.ToArray(), static set => new[] { set })).Invert(sets.Count);
        var starts = new PinnedArray<int>(conjunctions.Count + 1);
        var operators = new PinnedArray<CutOperator>(preconditions.Count + 1);
        var allEffects = new IntBuffer();
        var groups = new SortedDictionary<int, List<int>>();
        var position = 0;
        for (var c = 0; c < conjunctions.Count; c++)
        {
            foreach (var source in conjunctions.Sources[c] < 0 ? [] : operatorsOfSet[conjunctions.Sources[c]])
            {
                operators.Span[position] = new CutOperator { Cost = LimitedCost(costs[source]), Conjunction = c, FirstEffect = allEffects.Count, Group = -1 };
                AddEffects(effectSets[source], allEffects);
                if (owners[source] >= 0)
                {
                    groups.TryAdd(owners[source], []);
                    groups[owners[source]].Add(position);
                }

                position++;
            }

            starts.Span[c + 1] = position;
        }

        for (var fact = 0; fact < conjunctions.Lists.Length; fact++)
        {
            conjunctions.Lists.Span[fact].Own = starts.Span[Math.Min(fact, goal + 2)];
        }

        operators.Span[position].FirstEffect = allEffects.Count;
        return Finish(conjunctions, starts, operators, allEffects, IntLists.From([.. groups.Values]));
    }

    private void AddEffects(int effectSet, IntBuffer allEffects)
    {
        if (effectSet < 0)
        {
            allEffects.Add(goal);
            return;
        }

        foreach (var fact in effects[effectSet])
        {
            allEffects.Add(numbers[fact]);
        }
    }

    /// <summary>A path visits each fact at most once, so with this limit no sum of costs along one leaves 32 bits. Lower costs stay admissible.</summary>
    private int LimitedCost(int cost) => Math.Min(cost, (int.MaxValue - 1) / (goal + 3));

    private CutTask Finish(
        ConjunctionTable conjunctions, PinnedArray<int> starts, PinnedArray<CutOperator> operators, IntBuffer allEffects, IntLists groups)
    {
        var effectStarts = new int[operators.Length];
        for (var o = 0; o < effectStarts.Length; o++)
        {
            effectStarts[o] = operators.Span[o].FirstEffect;
        }

        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var o in groups[group])
            {
                operators.Span[o].Group = group;
            }
        }

        var achievers = new IntLists(effectStarts, allEffects.ToArray()).Invert(goal + 3);
        return new CutTask
        {
            FactNumbers = new PinnedArray<int>(numbers),
            Goal = goal,
            Conjunctions = conjunctions,
            OperatorStarts = starts,
            Operators = operators,
            Effects = new PinnedArray<int>(allEffects.Span),
            AchieverStarts = new PinnedArray<int>(achievers.Starts),
            Achievers = new PinnedArray<int>(achievers.Items),
            Groups = groups,
        };
    }
}
