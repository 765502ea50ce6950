using Prudence.Planning.Language;
using Prudence.Planning.Search;

namespace Prudence.Planning;

/// <summary>Listens to a planner run. Called on the planner's threads, which wait; override what you need.</summary>
public abstract class PlannerProgress
{
    /// <summary>A phase of the run begins: <c>parsing</c>, <c>grounding</c>, <c>search</c>.</summary>
    public virtual void PhaseStarted(string phase)
    {
    }

    /// <summary>The domain and problem were read and have no errors.</summary>
    public virtual void TaskRead(PddlTask task)
    {
    }

    /// <summary>The search goes on; called a few times a second at most.</summary>
    public virtual void Searching(TimeSpan elapsed, in SearchSnapshot snapshot)
    {
    }

    /// <summary>A plan better than all before was found and has passed the validator.</summary>
    public virtual void PlanFound(PlanRecord plan)
    {
    }
}
