using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Splits the action schemas of a task into <see cref="SchemaCase"/>s.</summary>
internal static class SchemaCases
{
    public static SchemaCase[] Of(LiftedTask task)
    {
        List<SchemaCase> cases = [];
        var neverEqual = new DistinctArguments(task);
        foreach (var action in task.Actions)
        {
            Split(action, neverEqual, cases);
        }

        return [.. cases];
    }

    private static void Split(LiftedAction action, DistinctArguments neverEqual, List<SchemaCase> cases)
    {
        var own = action.ParameterTypes.Length;
        var normalForm = new DisjunctiveNormalForm(own);
        var preconditions = normalForm.Split(action.Precondition, IntSequences.Below(own));
        int[] types = [.. action.ParameterTypes, .. normalForm.ParameterTypes];

        List<SchemaEffect> adds = [];
        List<SchemaEffect> deletes = [];
        foreach (var effect in action.Effects)
        {
            Split(effect, types.Length, neverEqual, effect.IsDelete ? deletes : adds);
        }

        SchemaEffect[] allAdds = [.. adds];
        SchemaEffect[] allDeletes = [.. deletes];
        foreach (var precondition in preconditions)
        {
            neverEqual.AddInequalities(precondition);
            cases.Add(new SchemaCase { ParameterTypes = types, Precondition = precondition, Adds = allAdds, Deletes = allDeletes });
        }
    }

    private static void Split(LiftedEffect effect, int caseParameters, DistinctArguments neverEqual, List<SchemaEffect> effects)
    {
        var normalForm = new DisjunctiveNormalForm(caseParameters);
        var renaming = new int[effect.FirstParameter + effect.ParameterTypes.Length];
        IntSequences.Below(effect.FirstParameter).CopyTo(renaming, 0);
        for (var i = 0; i < effect.ParameterTypes.Length; i++)
        {
            renaming[effect.FirstParameter + i] = normalForm.Introduce(effect.ParameterTypes[i]);
        }

        var atom = DisjunctiveNormalForm.Rename(effect.Atom, renaming);
        foreach (var condition in normalForm.Split(effect.Condition, renaming))
        {
            // A delete is used only where it is certain to happen; an add wherever it may happen.
            if (!effect.IsDelete || !condition.IsPartial)
            {
                neverEqual.AddInequalities(condition);
                effects.Add(new SchemaEffect { ParameterTypes = [.. normalForm.ParameterTypes], Condition = condition, Atom = atom });
            }
        }
    }
}
