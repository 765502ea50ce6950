using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>What one step changes. All conditions are judged in the state before the step; deletes happen before adds.</summary>
internal sealed class StepEffects(FormulaEvaluator evaluator)
{
    private readonly List<Relation> deletedRelations = [];
    private readonly List<int> deletedRows = [];
    private readonly List<Relation> addedRelations = [];
    private readonly List<int> addedRows = [];


    /// <summary>The guards of the conditional effects that happened, and the frames in which they held; kept only on request.</summary>
    public List<(Formula Guard, int[] Frame)>? Guards { get; init; }

    public decimal Cost { get; private set; }

    /// <summary>Finds the effects of an action. Costs are left out where the problem has no metric.</summary>
    /// <exception cref="UndefinedCostException">The cost cannot be computed.</exception>
    /// <exception cref="OverflowException">The cost is too large.</exception>
    public void Collect(EffectNode effect, int[] frame, bool withCost)
    {
        Clear();
        Visit(effect, frame, withCost);
    }

    /// <summary>Makes the changes; tells of atoms that did change.</summary>
    public void Apply(int step, DerivationLayers derivations, IChangeLog? log)
    {
        for (var i = 0; i < addedRows.Count; i++)
        {
            addedRelations[i].Mark(addedRows[i], step);
        }

        for (var i = 0; i < deletedRows.Count; i++)
        {
            var (relation, row) = (deletedRelations[i], deletedRows[i]);
            if (!relation.IsMarked(row, step) && relation.Remove(row, step))
            {
                derivations.Changed(relation);
                log?.Deleted(relation, row);
            }
        }

        for (var i = 0; i < addedRows.Count; i++)
        {
            if (addedRelations[i].Insert(addedRows[i], step))
            {
                derivations.Changed(addedRelations[i]);
                log?.Added(addedRelations[i], addedRows[i]);
            }
        }
    }

    private void Clear()
    {
        deletedRelations.Clear();
        deletedRows.Clear();
        addedRelations.Clear();
        addedRows.Clear();
        Guards?.Clear();
        Cost = 0;
    }

    private void Visit(EffectNode effect, int[] frame, bool withCost)
    {
        switch (effect)
        {
            case AtomChange { IsDelete: true } change:
                if (change.Atom.Row(frame) is >= 0 and var row)
                {
                    deletedRelations.Add(change.Atom.Relation);
                    deletedRows.Add(row);
                }

                break;
            case AtomChange change:
                addedRelations.Add(change.Atom.Relation);
                addedRows.Add(change.Atom.RowOrNew(frame));
                break;
            case EffectSequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Visit(part, frame, withCost);
                }

                break;
            case GuardedEffect guarded:
                if (evaluator.Holds(guarded.Guard, frame))
                {
                    Guards?.Add((guarded.Guard, (int[])frame.Clone()));
                    Visit(guarded.Body, frame, withCost);
                }

                break;
            case UniversalEffect universal:
                evaluator.Enumerate(universal.Join, frame, () =>
                {
                    Guards?.Add((universal.Guard, (int[])frame.Clone()));
                    Visit(universal.Body, frame, withCost);
                    return false;
                });
                break;
            case CostChange cost when withCost:
                Cost += cost.Amount.Value(frame);
                break;
            default:
                break;
        }
    }
}
