using System.Runtime.InteropServices;
using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Writes operators over facts. Of each operator deletes come first, so that adds win where both happen.</summary>
internal sealed class OperatorWriter
{
    private const int PollInterval = 4096;

    private readonly TaskPruning pruning;
    private readonly VariableLayout layout;
    private readonly OperatorDraft draft;
    private readonly DeleteOverrides overrides;
    private readonly FactListWriter preconditions;
    private readonly FactListWriter conditions;
    private readonly List<int> effectStarts = [0];
    private readonly List<int> effectFacts;
    private readonly List<int> costs = [];
    private readonly List<int> sources = [];
    private readonly EffectFilter filter;

    private OperatorWriter(TaskPruning pruning, AtomGroups groups, VariableLayout layout)
    {
        this.pruning = pruning;
        this.layout = layout;
        draft = new OperatorDraft(pruning, groups);
        overrides = new DeleteOverrides(layout.Cover, pruning.Task.AtomCount);
        preconditions = new FactListWriter(layout, pruning.Task.Preconditions.Items.Length);
        conditions = new FactListWriter(layout, pruning.Task.EffectConditions.Items.Length);
        effectFacts = new List<int>(pruning.Task.EffectLiterals.Length);
        filter = new EffectFilter(layout);
    }

    /// <summary>The operators that change something.</summary>
    public static OperatorTable Write(TaskPruning pruning, AtomGroups groups, VariableLayout layout, StopSignal stop)
    {
        var writer = new OperatorWriter(pruning, groups, layout);
        for (var o = 0; o < pruning.Task.OperatorCount; o++)
        {
            if (o % PollInterval == 0)
            {
                stop.ThrowIfRaised();
            }

            if (!pruning.RemovedOperators[o])
            {
                writer.WriteOperator(o);
            }
        }

        return writer.ToTable();
    }

    private OperatorTable ToTable()
    {
        var task = pruning.Task;
        int[] operators = [.. sources];
        return new OperatorTable
        {
            Costs = [.. costs],
            Preconditions = preconditions.ToLists(),
            EffectStarts = [.. effectStarts],
            EffectFacts = [.. effectFacts],
            EffectConditions = conditions.ToLists(),
            Name = o => task.OperatorName(operators[o]),
        };
    }

    private void WriteOperator(int operatorId)
    {
        if (!draft.Read(operatorId))
        {
            return;
        }

        if (!preconditions.Add(CollectionsMarshal.AsSpan(draft.Precondition), []))
        {
            preconditions.RemoveLast();
            return;
        }

        overrides.Load(draft);
        for (var e = 0; e < draft.EffectLiterals.Count; e++)
        {
            if (draft.EffectLiterals[e] < 0)
            {
                WriteDelete(e);
            }
        }

        for (var e = 0; e < draft.EffectLiterals.Count; e++)
        {
            if (draft.EffectLiterals[e] >= 0)
            {
                WriteAdd(e);
            }
        }

        filter.Apply(preconditions.Last, effectFacts, conditions, effectStarts[^1]);
        if (effectFacts.Count == effectStarts[^1])
        {
            preconditions.RemoveLast();
            return;
        }

        effectStarts.Add(effectFacts.Count);
        costs.Add(pruning.Task.OperatorCosts[operatorId]);
        sources.Add(operatorId);
    }

    private void WriteDelete(int effect)
    {
        var atom = ~draft.EffectLiterals[effect];
        if (!overrides.IsOverridden(draft, effect, byTheSameAtom: false))
        {
            var variable = layout.VariableOf(atom);
            var condition = draft.Condition(effect);
            var isCurrent = layout.Cover[variable].Length == 1 || draft.Known.IsTrue(atom) || condition.IndexOf(atom) >= 0;
            var isPossible = isCurrent || overrides.DeletesAll(variable)
                ? conditions.Add(condition, preconditions.Last)
                : conditions.Add(condition, atom, preconditions.Last);
            Finish(layout.NoneFact(variable), isPossible);
        }

        if (layout.HasExtra(atom) && !overrides.IsOverridden(draft, effect, byTheSameAtom: true))
        {
            Finish(layout.ExtraFact(atom, holds: false), conditions.Add(draft.Condition(effect), preconditions.Last));
        }
    }

    private void WriteAdd(int effect)
    {
        var atom = draft.EffectLiterals[effect];
        Finish(layout.FactOf(atom), conditions.Add(draft.Condition(effect), preconditions.Last));
        if (layout.HasExtra(atom))
        {
            Finish(layout.ExtraFact(atom, holds: true), conditions.Add(draft.Condition(effect), preconditions.Last));
        }
    }

    private void Finish(int fact, bool isPossible)
    {
        if (isPossible)
        {
            effectFacts.Add(fact);
        }
        else
        {
            conditions.RemoveLast();
        }
    }
}
