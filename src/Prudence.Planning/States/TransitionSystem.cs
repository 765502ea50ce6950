using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// The state space of a task in the form searches use: packed states, applicable operators, their effects, the goal. Immutable; made once and
/// shared by all searches on the task, also on several threads.
/// </summary>
public sealed unsafe class TransitionSystem
{
    private readonly OperatorEffects effects;
    private readonly SuccessorGenerator generator;
    private readonly PackedConditions goal;

    /// <summary>Prepares a task.</summary>
    public TransitionSystem(PlanningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
        Packer = new StatePacker(task);
        effects = new OperatorEffects(task, Packer);
        generator = new SuccessorGenerator(task, Packer);
        Axioms = Packer.TotalWords > Packer.StoredWords ? new AxiomProgram(task, Packer) : null;
        IsGoalStored = !Array.Exists(task.Goal, fact => task.Variables[task.FactVariables[fact]].IsDerived);
        goal = new PackedConditions(task, Packer, IntLists.From([task.Goal]));
    }

    /// <summary>The task.</summary>
    public PlanningTask Task { get; }

    /// <summary>How states are packed.</summary>
    internal StatePacker Packer { get; }

    /// <summary>Finds applicable operators.</summary>
    internal SuccessorGenerator Generator => generator;

    /// <summary>Computes derived variables; null where there are none.</summary>
    internal AxiomProgram? Axioms { get; }

    /// <summary>True if the stored words of a state suffice for <see cref="IsGoal"/>.</summary>
    internal bool IsGoalStored { get; }

    /// <summary>The bytes of state that each stored state takes.</summary>
    public int BytesPerState => Packer.StoredWords * sizeof(uint);

    /// <summary>True if all goal facts hold.</summary>
    /// <param name="words">All words of a packed state.</param>
    internal bool IsGoal(uint* words) => goal.Holds(0, words);

    /// <summary>Writes the stored words of a successor.</summary>
    /// <param name="operatorId">An operator applicable in the parent.</param>
    /// <param name="parent">All words of the parent.</param>
    /// <param name="child">Where they go.</param>
    internal void Apply(int operatorId, uint* parent, uint* child) => effects.Apply(operatorId, parent, child);
}
