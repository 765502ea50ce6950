using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Reads the task once to find out which values its variables need.</summary>
internal static class LayoutSurvey
{
    private const int PollInterval = 4096;

    /// <summary>Lays out variables over a cover. Variables that turn out to be constant are dropped, and their atoms marked as such.</summary>
    public static VariableLayout Survey(TaskPruning pruning, AtomGroups groups, IntLists cover, int[] axiomLayers, StopSignal stop)
    {
        var task = pruning.Task;
        var hasNone = InitiallyNone(task, cover);
        var namesAbsence = new bool[task.AtomCount];
        var draft = new OperatorDraft(pruning, groups);
        var overrides = new DeleteOverrides(cover, task.AtomCount);
        for (var o = 0; o < task.OperatorCount; o++)
        {
            if (o % PollInterval == 0)
            {
                stop.ThrowIfRaised();
            }

            if (!pruning.RemovedOperators[o])
            {
                SurveyOperator(draft, o, overrides, hasNone, namesAbsence);
            }
        }

        SurveyConditions(pruning, groups, namesAbsence);
        return new VariableLayout(DropConstants(pruning, cover, ref hasNone), hasNone, namesAbsence, axiomLayers);
    }

    private static bool[] InitiallyNone(PropositionalTask task, IntLists cover)
    {
        var none = new bool[cover.Count];
        for (var v = 0; v < none.Length; v++)
        {
            none[v] = true;
            foreach (var atom in cover[v])
            {
                none[v] &= !task.Initial[atom];
            }
        }

        return none;
    }

    private static void SurveyOperator(OperatorDraft draft, int operatorId, DeleteOverrides overrides, bool[] hasNone, bool[] namesAbsence)
    {
        if (!draft.Read(operatorId))
        {
            return;
        }

        NoteAbsences(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(draft.Precondition), namesAbsence);
        overrides.Load(draft);
        for (var e = 0; e < draft.EffectLiterals.Count; e++)
        {
            NoteAbsences(draft.Condition(e), namesAbsence);
            var literal = draft.EffectLiterals[e];
            if (literal < 0 && !hasNone[overrides.VariableOf(~literal)] && !overrides.IsOverridden(draft, e, byTheSameAtom: false))
            {
                hasNone[overrides.VariableOf(~literal)] = true;
            }
        }
    }

    private static void SurveyConditions(TaskPruning pruning, AtomGroups groups, bool[] namesAbsence)
    {
        var conjunction = new ConjunctionDraft(pruning, groups);
        List<int> kept = [];
        for (var rule = 0; rule < pruning.RemovedRules.Length; rule++)
        {
            if (!pruning.RemovedRules[rule])
            {
                conjunction.Read(pruning.Task.RuleBodies[rule], null, kept);
            }
        }

        conjunction.Read(pruning.Task.Goal, null, kept);
        NoteAbsences(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept), namesAbsence);
    }

    private static void NoteAbsences(ReadOnlySpan<int> literals, bool[] namesAbsence)
    {
        foreach (var literal in literals)
        {
            if (literal < 0)
            {
                namesAbsence[~literal] = true;
            }
        }
    }

    private static IntLists DropConstants(TaskPruning pruning, IntLists cover, ref bool[] hasNone)
    {
        List<int> starts = [0];
        List<int> items = [];
        List<bool> none = [];
        for (var v = 0; v < cover.Count; v++)
        {
            if (cover[v].Length == 1 && !hasNone[v])
            {
                pruning.Status[cover[v][0]] = AtomStatus.True;
                continue;
            }

            items.AddRange(cover[v]);
            starts.Add(items.Count);
            none.Add(hasNone[v]);
        }

        hasNone = [.. none];
        return new IntLists([.. starts], [.. items]);
    }
}
