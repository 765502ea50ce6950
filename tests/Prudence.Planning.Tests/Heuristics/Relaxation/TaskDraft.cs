using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

/// <summary>Writes small ground tasks by hand: facts are (variable, value) pairs.</summary>
internal sealed class TaskDraft(params int[] domainSizes)
{
    private readonly List<TaskVariable> variables =
        [.. domainSizes.Select((size, v) => new TaskVariable($"v{v}", [.. Enumerable.Range(0, size).Select(value => $"v{v}={value}")]))];

    private readonly List<(string Name, int Cost, (int, int)[] Preconditions, ((int, int)[] Conditions, (int, int) Fact)[] Effects)> operators = [];
    private readonly List<((int, int) Head, (int, int)[] Body)> rules = [];
    private readonly Dictionary<int, int> initial = [];
    private (int, int)[] goal = [];

    public TaskDraft Operator(string name, int cost, (int, int)[] preconditions, params (int, int)[] effects) =>
        Operator(name, cost, preconditions, [.. effects.Select(fact => (Array.Empty<(int, int)>(), fact))]);

    public TaskDraft Operator(string name, int cost, (int, int)[] preconditions, ((int, int)[] Conditions, (int, int) Fact)[] effects)
    {
        operators.Add((name, cost, preconditions, effects));
        return this;
    }

    /// <summary>Makes a variable derived, with default value 0.</summary>
    public TaskDraft Derived(int variable, int layer)
    {
        variables[variable] = variables[variable] with { AxiomLayer = layer, DefaultValue = 0 };
        return this;
    }

    public TaskDraft Rule((int, int) head, params (int, int)[] body)
    {
        rules.Add((head, body));
        return this;
    }

    public TaskDraft Initially(int variable, int value)
    {
        initial[variable] = value;
        return this;
    }

    public TaskDraft Goal(params (int, int)[] facts)
    {
        goal = facts;
        return this;
    }

    public PlanningTask Build()
    {
        var facts = new PlanningTask(variables)
        {
            Operators = null!,
            Axioms = null!,
            InitialState = [],
            Goal = [],
            HasMetric = true,
        };
        int[] Facts((int Variable, int Value)[] pairs) => [.. pairs.Select(p => facts.Fact(p.Variable, p.Value)).Order()];
        var effects = operators.SelectMany(o => o.Effects).ToArray();
        var effectStarts = new int[operators.Count + 1];
        for (var o = 0; o < operators.Count; o++)
        {
            effectStarts[o + 1] = effectStarts[o] + operators[o].Effects.Length;
        }

        var names = operators.ConvertAll(o => o.Name);
        return new PlanningTask(variables)
        {
            Operators = new OperatorTable
            {
                Costs = [.. operators.Select(o => o.Cost)],
                Preconditions = IntLists.From(operators.ConvertAll(o => Facts(o.Preconditions))),
                EffectStarts = effectStarts,
                EffectFacts = [.. effects.Select(e => facts.Fact(e.Fact.Item1, e.Fact.Item2))],
                EffectConditions = IntLists.From(Array.ConvertAll(effects, e => Facts(e.Conditions))),
                Name = o => names[o],
            },
            Axioms = new RuleTable
            {
                Heads = [.. rules.Select(r => facts.Fact(r.Head.Item1, r.Head.Item2))],
                Bodies = IntLists.From(rules.ConvertAll(r => Facts(r.Body))),
            },
            InitialState = [.. Enumerable.Range(0, variables.Count).Select(v => initial.GetValueOrDefault(v))],
            Goal = Facts(goal),
            HasMetric = true,
        };
    }
}
