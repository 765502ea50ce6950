using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;

namespace OwnHeuristic;

/// <summary>
/// Counts the steps that are left in the blocks domain. A block is in place when it stands where the goal wants it and all below it are in
/// place. Any other block has to be taken and put down: once if the place it belongs to is ready, and by way of the table if not.
/// </summary>
public sealed class TowersHeuristic : Heuristic
{
    private readonly Dictionary<string, string> goals = [];
    private readonly Dictionary<string, List<(int Fact, string Below)>> supports = [];
    private readonly Dictionary<string, int> held = [];
    private readonly Dictionary<string, int> clear = [];

    /// <summary>Looks up the facts it will ask for.</summary>
    public TowersHeuristic(PlanningTask task)
        : base(task)
    {
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            switch (Words(fact))
            {
                case ["on", var block, var below]:
                    supports.TryAdd(block, []);
                    supports[block].Add((fact, below));
                    break;
                case ["holding", var block]:
                    held[block] = fact;
                    break;
                case ["clear", var block]:
                    clear[block] = fact;
                    break;
            }
        }

        foreach (var fact in task.Goal)
        {
            if (Words(fact) is ["on", var block, var below])
            {
                goals[block] = below;
            }
        }
    }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        var steps = 0;
        foreach (var block in held.Keys)
        {
            steps += StepsLeft(block, state);
        }

        return steps;
    }

    private int StepsLeft(string block, in State state)
    {
        if (IsInPlace(block, state))
        {
            return 0;
        }

        var steps = IsHeld(block, state) ? 1 : 2;
        var isOnTable = steps == 2 && Below(block, state) is null;
        var mayWait = goals.TryGetValue(block, out var target) && !isOnTable && !(IsInPlace(target, state) && Holds(clear[target], state));
        return mayWait ? steps + 2 : steps;
    }

    private bool IsInPlace(string block, in State state)
    {
        var below = Below(block, state);
        return !IsHeld(block, state) && (!goals.TryGetValue(block, out var goal) || goal == below) && (below is null || IsInPlace(below, state));
    }

    private string? Below(string block, in State state)
    {
        foreach (var (fact, below) in supports[block])
        {
            if (Holds(fact, state))
            {
                return below;
            }
        }

        return null;
    }

    private bool IsHeld(string block, in State state) => Holds(held[block], state);

    private bool Holds(int fact, in State state) => state[Task.FactVariables[fact]] == Task.FactValue(fact);

    private string[] Words(int fact) => Task.FactName(fact).Trim('(', ')').Split(' ');
}
