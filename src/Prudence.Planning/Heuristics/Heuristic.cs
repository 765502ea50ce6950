using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics;

/// <summary>
/// Estimates the cost from a state to the goal. Derive from this class to plug in your own; one instance serves one search on one thread
/// and may keep scratch memory, so evaluation need not allocate.
/// </summary>
public abstract class Heuristic
{
    /// <summary>The estimate for a state from which, as far as the heuristic can see, no plan leads to the goal.</summary>
    public const int DeadEnd = int.MaxValue;

    /// <summary>Binds the heuristic to a task.</summary>
    protected Heuristic(PlanningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
    }

    /// <summary>The task it was made for.</summary>
    public PlanningTask Task { get; }

    /// <summary>True if a <see cref="DeadEnd"/> answer proves that no plan exists from that state.</summary>
    public virtual bool DeadEndsAreReliable => true;

    /// <summary>True if no estimate ever exceeds the true cost.</summary>
    public virtual bool IsAdmissible => false;

    /// <summary>
    /// True if estimates depend on the path to a state: the search then calls <see cref="NotifyInitialState"/> once and
    /// <see cref="NotifyTransition"/> for every transition it sees, before it evaluates the successor.
    /// </summary>
    public virtual bool IsPathDependent => false;

    /// <summary>Estimates the cost from a state to the goal, in units of operator cost as the heuristic was configured to count it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="preferred">Where to add recommended applicable operators; null where nobody asks for them.</param>
    /// <returns>A value of at least 0, or <see cref="DeadEnd"/>.</returns>
    public abstract int Evaluate(in State state, PreferredOperators? preferred);

    /// <summary>Tells a path-dependent heuristic where the search begins.</summary>
    public virtual void NotifyInitialState(in State state)
    {
    }

    /// <summary>Tells a path-dependent heuristic of a transition between two states of the search.</summary>
    /// <param name="parentId">The state in which the operator was applied.</param>
    /// <param name="operatorId">The operator.</param>
    /// <param name="state">The state it led to, with its id and values.</param>
    public virtual void NotifyTransition(int parentId, int operatorId, in State state)
    {
    }
}
