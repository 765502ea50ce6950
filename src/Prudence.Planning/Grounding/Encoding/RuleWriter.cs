using System.Runtime.InteropServices;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Writes rules and the goal over facts.</summary>
internal static class RuleWriter
{
    /// <summary>The rules whose bodies can hold.</summary>
    public static RuleTable WriteRules(TaskPruning pruning, AtomGroups groups, VariableLayout layout)
    {
        var task = pruning.Task;
        var conjunction = new ConjunctionDraft(pruning, groups);
        var bodies = new FactListWriter(layout, task.RuleBodies.Items.Length);
        List<int> heads = [];
        List<int> kept = [];
        for (var rule = 0; rule < task.RuleHeads.Length; rule++)
        {
            var head = task.RuleHeads[rule];
            kept.Clear();
            if (pruning.RemovedRules[rule] || pruning.Status[head] != AtomStatus.Open || !conjunction.Read(task.RuleBodies[rule], null, kept))
            {
                continue;
            }

            if (bodies.Add(CollectionsMarshal.AsSpan(kept), []))
            {
                heads.Add(layout.FactOf(head));
            }
            else
            {
                bodies.RemoveLast();
            }
        }

        return new RuleTable { Heads = [.. heads], Bodies = bodies.ToLists() };
    }

    /// <summary>The goal; null if it cannot hold.</summary>
    public static int[]? WriteGoal(TaskPruning pruning, AtomGroups groups, VariableLayout layout)
    {
        var conjunction = new ConjunctionDraft(pruning, groups);
        var goal = new FactListWriter(layout, pruning.Task.Goal.Length);
        List<int> kept = [];
        return conjunction.Read(pruning.Task.Goal, null, kept) && goal.Add(CollectionsMarshal.AsSpan(kept), []) ? goal.Last.ToArray() : null;
    }
}
