using Prudence.Budgeting;
using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Forms finite-domain variables from the atoms of a propositional task (Helmert 2009, "Concise finite-domain representations", section 6).
/// </summary>
internal static class FiniteDomainEncoder
{
    /// <summary>Encodes a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="mutexGroups">Groups of atoms, none of them derived, of which at most one holds in any reachable state.</param>
    /// <param name="stop">Raised if the work is to end.</param>
    /// <exception cref="UnstratifiableAxiomsException">Some derived atom depends on its own absence.</exception>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public static PlanningTask Encode(PropositionalTask task, MutexGroups mutexGroups, StopSignal stop)
    {
        if (task.IsTriviallyUnsolvable)
        {
            return DecidedTask.Create(task.Lifted.HasMetric, isSolved: false);
        }

        var pruning = new TaskPruning(task);
        var groups = new AtomGroups(mutexGroups, task.AtomCount);
        if (MutexPruning.Apply(pruning, groups, stop))
        {
            ReachabilityPruning.Apply(pruning, stop);
        }

        RelevancePruning.Apply(pruning, stop);
        var axiomLayers = AxiomLayers.Compute(pruning);
        if (pruning.IsUnsolvable)
        {
            return DecidedTask.Create(task.Lifted.HasMetric, isSolved: false);
        }

        var cover = VariableCover.Choose(groups, Wanted(pruning));
        var layout = LayoutSurvey.Survey(pruning, groups, cover, axiomLayers, stop);
        return Write(pruning, groups, layout, axiomLayers, stop);
    }

    private static bool[] Wanted(TaskPruning pruning)
    {
        var wanted = new bool[pruning.Status.Length];
        for (var atom = 0; atom < wanted.Length; atom++)
        {
            wanted[atom] = pruning.Status[atom] == AtomStatus.Open && !pruning.IsDerived[atom];
        }

        return wanted;
    }

    private static PlanningTask Write(TaskPruning pruning, AtomGroups groups, VariableLayout layout, int[] axiomLayers, StopSignal stop)
    {
        var hasMetric = pruning.Task.Lifted.HasMetric;
        var goal = RuleWriter.WriteGoal(pruning, groups, layout);
        if (goal is null)
        {
            return DecidedTask.Create(hasMetric, isSolved: false);
        }

        if (goal.Length == 0)
        {
            return DecidedTask.Create(hasMetric, isSolved: true);
        }

        return new PlanningTask(VariableWriter.Write(pruning.Task, layout, axiomLayers))
        {
            Operators = OperatorWriter.Write(pruning, groups, layout, stop),
            Axioms = RuleWriter.WriteRules(pruning, groups, layout),
            InitialState = VariableWriter.InitialState(pruning.Task, layout),
            Goal = goal,
            MutexGroups = MutexGroupWriter.Write(pruning, groups, layout),
            HasMetric = hasMetric,
        };
    }
}
