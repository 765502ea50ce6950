using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Answers which facts cannot hold together with one fact, by the task's variables and mutex groups.</summary>
internal sealed class FactMutexes
{
    private readonly PlanningTask task;
    private readonly IntLists groups;
    private readonly IntLists groupsOfFact;
    private readonly int[] mark;
    private int generation;
    private int marked = -1;

    public FactMutexes(PlanningTask task)
    {
        this.task = task;
        groups = IntLists.From(task.MutexGroups);
        groupsOfFact = groups.Invert(task.FactCount);
        mark = new int[task.FactCount];
    }

    /// <summary>Chooses the fact that the following questions are about.</summary>
    public void Choose(int fact)
    {
        generation++;
        marked = fact;
        foreach (var group in groupsOfFact[fact])
        {
            foreach (var other in groups[group])
            {
                mark[other] = generation;
            }
        }
    }

    /// <summary>Whether the chosen fact and another one can never hold together.</summary>
    public bool Excludes(int fact) =>
        fact != marked && (mark[fact] == generation || task.FactVariables[fact] == task.FactVariables[marked]);
}
