using System.Runtime.CompilerServices;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search;

/// <summary>
/// Knows the true cost to the goal of every reachable state, and spoils it as told: scaled down but not below zero (admissible, inconsistent),
/// or with noise. Prefers operators that lie on a cheapest plan.
/// </summary>
internal sealed class OracleHeuristic : Heuristic
{
    private static readonly ConditionalWeakTable<PlanningTask, Dictionary<string, long>> Known = [];

    private readonly Dictionary<string, long> distances;
    private readonly int noise;
    private readonly bool admissible;

    public OracleHeuristic(PlanningTask task, int noise = 0, bool admissible = true, bool reliable = true)
        : base(task)
    {
        this.noise = noise;
        this.admissible = admissible;
        DeadEndsAreReliable = reliable;
        distances = Known.GetValue(task, Distances);
    }

    public override bool IsAdmissible => admissible;

    public override bool DeadEndsAreReliable { get; }

    public int Evaluations { get; private set; }

    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        Evaluations++;
        var values = state.Values.ToArray();
        var key = string.Join(' ', values);
        if (!distances.TryGetValue(key, out var distance))
        {
            return DeadEnd;
        }

        for (var o = 0; preferred is not null && o < Task.Operators.Count; o++)
        {
            if (ReferenceSemantics.IsApplicable(Task, values, o)
                && distances.TryGetValue(string.Join(' ', ReferenceSemantics.Apply(Task, values, o)), out var rest)
                && rest + Task.Operators.Costs[o] == distance)
            {
                preferred.Add(o);
            }
        }

        var change = noise == 0 ? 0 : Hash(key) % (noise + 1);
        return (int)Math.Max(0, admissible ? distance - change : distance + change);
    }

    private static Dictionary<string, long> Distances(PlanningTask task)
    {
        var states = ReferenceSemantics.Explore(task);
        var result = states.Where(pair => ReferenceSemantics.AllHold(task, pair.Value.State, task.Goal)).ToDictionary(pair => pair.Key, _ => 0L);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (key, (state, _)) in states)
            {
                for (var o = 0; o < task.Operators.Count; o++)
                {
                    if (ReferenceSemantics.IsApplicable(task, state, o)
                        && result.TryGetValue(string.Join(' ', ReferenceSemantics.Apply(task, state, o)), out var rest)
                        && rest + task.Operators.Costs[o] < result.GetValueOrDefault(key, long.MaxValue))
                    {
                        result[key] = rest + task.Operators.Costs[o];
                        changed = true;
                    }
                }
            }
        }

        return result;
    }

    private static int Hash(string key)
    {
        var hash = 17;
        foreach (var character in key)
        {
            hash = unchecked((hash * 31) + character);
        }

        return hash & int.MaxValue;
    }
}

/// <summary>
/// Depends on the path: its estimate is the true distance minus what the transitions told so far did not reveal. Checks that a search tells it
/// of the initial state once and of each state before evaluating it.
/// </summary>
internal sealed class WitnessHeuristic : Heuristic
{
    private readonly OracleHeuristic oracle;
    private readonly Dictionary<int, int> arrivals = [];

    public WitnessHeuristic(PlanningTask task)
        : base(task) => oracle = new OracleHeuristic(task);

    public override bool IsPathDependent => true;

    public override bool IsAdmissible => true;

    public override void NotifyInitialState(in State state)
    {
        Assert.Empty(arrivals);
        Assert.Equal(0, state.Id);
        arrivals.Add(0, 1);
    }

    public override void NotifyTransition(int parentId, int operatorId, in State state)
    {
        Assert.True(arrivals.ContainsKey(parentId), "a transition from a state never seen");
        arrivals[state.Id] = arrivals.GetValueOrDefault(state.Id) + 1;
    }

    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        var seen = arrivals[state.Id];
        var estimate = oracle.Evaluate(state, preferred);
        return estimate == DeadEnd ? DeadEnd : Math.Max(0, estimate - (4 / seen));
    }
}
