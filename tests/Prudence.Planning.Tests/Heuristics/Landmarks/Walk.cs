using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>Applies operators one after another, each state under a new number, and asks a heuristic on the way.</summary>
internal sealed class Walk
{
    private readonly PlanningTask task;
    private readonly Heuristic heuristic;
    private int[] values;
    private int id;

    public Walk(PlanningTask task, Heuristic heuristic)
    {
        this.task = task;
        this.heuristic = heuristic;
        values = new StateSpace(task).States[0];
        heuristic.NotifyInitialState(new State(0, values));
    }

    public int Value => heuristic.Evaluate(new State(id, values), null);

    public Walk Apply(string name)
    {
        var o = Enumerable.Range(0, task.Operators.Count).Single(o => task.Operators.Name(o) == name);
        values = StateSpace.Successor(task, values, o) ?? throw new ArgumentException($"{name} is not applicable");
        heuristic.NotifyTransition(id, o, new State(++id, values));
        return this;
    }

    public IEnumerable<string> Preferred()
    {
        var preferred = new PreferredOperators(task.Operators.Count);
        heuristic.Evaluate(new State(id, values), preferred);
        return preferred.Items.ToArray().Select(task.Operators.Name);
    }
}
