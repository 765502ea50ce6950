using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// What must hold when a landmark is reached for the first time: for each operator or axiom that can do it under the exclusion in force, its
/// preconditions, the conditions of the effect, and for a variable of two values that it does not ask about, the other value.
/// </summary>
internal sealed class AchieverConditions(PlanningTask task, RelaxedRules rules, RelaxedReachability reachability, int[] initialValues)
{
    private readonly int[] seen = new int[task.FactCount];
    private readonly List<int> shared = [];
    private readonly List<int> items = [];
    private readonly List<int> starts = [];
    private readonly List<int> operators = [];
    private readonly List<int[]> choices = [];
    private readonly List<int> blockers = [];
    private readonly List<int> candidates = [];

    /// <summary>The number of ways to reach the landmark.</summary>
    public int Count => starts.Count - 1;

    /// <summary>The facts that every way requires, in ascending order.</summary>
    public IReadOnlyList<int> Shared => shared;

    /// <summary>The operators behind the ways, each once.</summary>
    public IReadOnlyList<int> Operators => operators;

    /// <summary>Further sets of facts of each of which one is required: what blocks the axioms, where the landmark is a default value.</summary>
    public IReadOnlyList<int[]> Choices => choices;

    /// <summary>The facts that one way requires.</summary>
    public ReadOnlySpan<int> this[int way] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items)[starts[way]..starts[way + 1]];

    /// <summary>Collects the ways to reach a landmark.</summary>
    public void Collect(int[] landmark)
    {
        items.Clear();
        starts.Clear();
        operators.Clear();
        choices.Clear();
        starts.Add(0);
        if (landmark.Length == 1 && rules.Negated.IsFollowedDefault(landmark[0]))
        {
            AddDefault(task.FactVariables[landmark[0]]);
            FindShared();
            return;
        }

        foreach (var fact in landmark)
        {
            foreach (var rule in rules.WithHeadFact[fact])
            {
                if (reachability.IsSatisfied(rule))
                {
                    AddWay(rule, landmark);
                }
            }
        }

        IntSets.Normalise(operators);
        FindShared();
    }

    private void AddWay(int rule, int[] landmark)
    {
        foreach (var fact in rules.Bodies[rule])
        {
            // What blocks an axiom is no fact of the task.
            if (fact < task.FactCount)
            {
                items.Add(fact);
            }
        }

        foreach (var head in rules.Heads[rule])
        {
            var opposite = OppositeOf(head);
            if (IntSequences.Contains(landmark, head) && opposite >= 0 && !IntSequences.Contains(rules.Bodies[rule], opposite))
            {
                items.Add(opposite);
            }
        }

        starts.Add(items.Count);
        if (rules.Owners[rule] >= 0)
        {
            operators.Add(rules.Owners[rule]);
        }
    }

    /// <summary>The one way to a default value: all axioms are blocked.</summary>
    private void AddDefault(int variable)
    {
        foreach (var rule in rules.Negated.RulesOf(variable))
        {
            candidates.Clear();
            rules.Negated.CollectBlockers(rule, candidates);
            blockers.Clear();
            foreach (var fact in candidates)
            {
                if (reachability.IsReached(fact))
                {
                    blockers.Add(fact);
                }
            }

            IntSets.Normalise(blockers);
            if (blockers.Count == 1 && !items.Contains(blockers[0]))
            {
                items.Add(blockers[0]);
            }
            else if (blockers.Count > 1)
            {
                choices.Add([.. blockers]);
            }
        }

        starts.Add(items.Count);
    }

    private int OppositeOf(int fact)
    {
        var variable = task.FactVariables[fact];
        return task.Variables[variable].DomainSize == 2 && !task.Variables[variable].IsDerived
            ? task.Fact(variable, initialValues[variable])
            : -1;
    }

    private void FindShared()
    {
        shared.Clear();
        for (var way = 0; way < Count; way++)
        {
            foreach (var fact in this[way])
            {
                seen[fact]++;
            }
        }

        foreach (var fact in Count == 0 ? [] : this[0])
        {
            if (seen[fact] == Count)
            {
                shared.Add(fact);
            }
        }

        shared.Sort();
        foreach (var fact in items)
        {
            seen[fact] = 0;
        }
    }
}
