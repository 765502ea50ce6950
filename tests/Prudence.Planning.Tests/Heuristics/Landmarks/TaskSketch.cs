using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>Writes small tasks by hand: variables by the names of their facts, operators by facts.</summary>
internal sealed class TaskSketch
{
    private readonly List<TaskVariable> variables = [];
    private readonly List<int> initial = [];
    private readonly List<(string Name, int Cost, string[] Pre, (string[] Conditions, string Fact)[] Effects)> operators = [];
    private readonly List<(string Head, string[] Body)> axioms = [];
    private readonly List<string[]> mutexGroups = [];

    /// <summary>Adds a variable; its first fact holds initially.</summary>
    public TaskSketch Variable(params string[] facts)
    {
        variables.Add(new TaskVariable($"v{variables.Count}", facts));
        initial.Add(0);
        return this;
    }

    /// <summary>Adds a derived variable of two values; the second is its default.</summary>
    public TaskSketch Derived(string fact, int layer = 0)
    {
        variables.Add(new TaskVariable($"v{variables.Count}", [fact, $"not {fact}"], layer, 1));
        initial.Add(1);
        return this;
    }

    public TaskSketch Operator(string name, string[] pre, string[] effects, int cost = 1) =>
        ConditionalOperator(name, pre, [.. effects.Select(static fact => (Array.Empty<string>(), fact))], cost);

    public TaskSketch ConditionalOperator(string name, string[] pre, (string[] Conditions, string Fact)[] effects, int cost = 1)
    {
        operators.Add((name, cost, pre, effects));
        return this;
    }

    public TaskSketch Axiom(string head, params string[] body)
    {
        axioms.Add((head, body));
        return this;
    }

    public TaskSketch Mutex(params string[] facts)
    {
        mutexGroups.Add(facts);
        return this;
    }

    public PlanningTask Build(params string[] goal)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var name in variables.SelectMany(static variable => variable.FactNames))
        {
            numbers.Add(name, numbers.Count);
        }

        int[] Facts(IEnumerable<string> names) => [.. names.Select(name => numbers[name]).Order()];
        var effectStarts = new List<int> { 0 };
        foreach (var (_, _, _, effects) in operators)
        {
            effectStarts.Add(effectStarts[^1] + effects.Length);
        }

        return new PlanningTask(variables)
        {
            Operators = new OperatorTable
            {
                Costs = [.. operators.Select(static o => o.Cost)],
                Preconditions = IntLists.From([.. operators.Select(o => Facts(o.Pre))]),
                EffectStarts = [.. effectStarts],
                EffectFacts = [.. operators.SelectMany(static o => o.Effects).Select(e => numbers[e.Fact])],
                EffectConditions = IntLists.From([.. operators.SelectMany(static o => o.Effects).Select(e => Facts(e.Conditions))]),
                Name = o => operators[o].Name,
            },
            Axioms = new RuleTable
            {
                Heads = [.. axioms.Select(axiom => numbers[axiom.Head])],
                Bodies = IntLists.From([.. axioms.Select(axiom => Facts(axiom.Body))]),
            },
            InitialState = [.. initial],
            Goal = Facts(goal),
            MutexGroups = [.. mutexGroups.Select(group => Facts(group))],
            HasMetric = true,
        };
    }
}
