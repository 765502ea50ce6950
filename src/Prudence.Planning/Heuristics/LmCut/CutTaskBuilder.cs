using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>
/// Relaxes a task for LM-cut. An operator with conditional effects becomes one operator per distinct condition, all of which share one cost:
/// a cut that contains one of them is paid by all, which keeps the sum of cuts admissible (compare Röger, Pommerening and Helmert 2014,
/// "Optimal planning in the presence of conditional effects"). Rules become operators without cost.
/// </summary>
internal sealed class CutTaskBuilder
{
    private readonly PlanningTask task;
    private readonly StopSignal? stop;
    private readonly FactSets sets = new();
    private readonly IntBuffer preconditions = new();
    private readonly IntBuffer effectSets = new();
    private readonly IntBuffer costs = new();
    private readonly IntBuffer owners = new();
    private readonly FactSets effects = new();
    private readonly Dictionary<(int Preconditions, int Effects), int> seen = [];
    private readonly SortedDictionary<int, SortedSet<int>> effectsByCondition = [];
    private readonly bool[] isRelevant;

    private CutTaskBuilder(PlanningTask task, int[] operatorCosts, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
        isRelevant = UnaryOperatorBuilder.RelevantFacts(task, operatorCosts, stop);
    }

    /// <summary>Relaxes a task.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static CutTask Build(PlanningTask task, int[] operatorCosts, StopSignal? stop)
    {
        var builder = new CutTaskBuilder(task, operatorCosts, stop);
        builder.AddOperators(operatorCosts);
        builder.AddRules(task.Axioms);
        builder.AddRules(DefaultValueRules.Build(task));
        return new CutTaskLayout(task, builder.sets, builder.effects, builder.preconditions, builder.effectSets, builder.costs, builder.owners)
            .Build(builder.isRelevant);
    }

    private void AddOperators(int[] operatorCosts)
    {
        var table = task.Operators;
        var merger = new ConditionMerger(task);
        for (var o = 0; o < table.Count; o++)
        {
            Poll(o);
            effectsByCondition.Clear();
            for (var e = table.EffectStarts[o]; e < table.EffectStarts[o + 1]; e++)
            {
                if (isRelevant[table.EffectFacts[e]] && merger.TryMerge(table.Preconditions[o], table.EffectConditions[e]))
                {
                    AddEffect(sets.Intern(merger.Result), table.EffectFacts[e]);
                }
            }

            foreach (var (set, facts) in effectsByCondition)
            {
                Add(set, [.. facts], operatorCosts[o], effectsByCondition.Count > 1 ? o : -1);
            }
        }
    }

    private void AddEffect(int set, int fact)
    {
        if (sets[set].BinarySearch(fact) < 0)
        {
            if (!effectsByCondition.TryGetValue(set, out var facts))
            {
                effectsByCondition.Add(set, facts = []);
            }

            facts.Add(fact);
        }
    }

    private void AddRules(RuleTable rules)
    {
        for (var rule = 0; rule < rules.Count; rule++)
        {
            Poll(rule);
            if (isRelevant[rules.Heads[rule]] && !rules.Bodies[rule].Contains(rules.Heads[rule]))
            {
                Add(sets.Intern(rules.Bodies[rule]), [rules.Heads[rule]], 0, -1);
            }
        }
    }

    /// <summary>Adds an operator, or lowers the cost of an equal one that stands alone as this one does.</summary>
    private void Add(int set, ReadOnlySpan<int> facts, int cost, int owner)
    {
        var key = (set, effects.Intern(facts));
        if (owner < 0 && seen.TryGetValue(key, out var equal))
        {
            costs[equal] = Math.Min(costs[equal], cost);
            return;
        }

        if (owner < 0)
        {
            seen.Add(key, costs.Count);
        }

        preconditions.Add(set);
        effectSets.Add(key.Item2);
        costs.Add(cost);
        owners.Add(owner);
    }

    private void Poll(int step)
    {
        if ((step & 0xFFF) == 0)
        {
            stop?.ThrowIfRaised();
        }
    }
}
