using System.Collections.Concurrent;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Tasks;

/// <summary>Small random tasks for cross-checks. The same seed and options give the same task.</summary>
internal sealed record RandomTasks
{
    private static readonly ConcurrentDictionary<int, PlanningTask> Made = [];

    /// <summary>Variables that operators change.</summary>
    public int Variables { get; init; } = 5;

    /// <summary>The largest domain.</summary>
    public int LargestDomain { get; init; } = 4;

    /// <summary>Operators.</summary>
    public int Operators { get; init; } = 14;

    /// <summary>Costs are drawn from 0 to this; 1 everywhere and no metric if it is zero.</summary>
    public int HighestCost { get; init; } = 4;

    /// <summary>Whether some effects have conditions.</summary>
    public bool ConditionalEffects { get; init; }

    /// <summary>Derived variables, in up to three layers; the goal may ask for them.</summary>
    public int DerivedVariables { get; init; }

    /// <summary>Every kind of task in turn; the same object for the same seed.</summary>
    public static PlanningTask OfEveryKind(int seed) => Made.GetOrAdd(seed, MakeKind);

    /// <summary>Makes a task.</summary>
    public PlanningTask Make(int seed)
    {
        var random = new Random(seed);
        var variables = new TaskVariable[Variables + DerivedVariables];
        for (var v = 0; v < variables.Length; v++)
        {
            var layer = v < Variables ? -1 : Math.Min(2, v - Variables);
            var names = Enumerable.Range(0, layer >= 0 ? 2 : random.Next(2, LargestDomain + 1)).Select(value => $"(v{v} {value})");
            variables[v] = new TaskVariable($"v{v}", [.. names], layer, layer >= 0 ? 1 : -1);
        }

        var facts = new PlanningTask(variables)
        {
            Operators = null!,
            Axioms = RuleTable.Empty,
            InitialState = [],
            Goal = [],
            HasMetric = false,
        };
        return new PlanningTask(variables)
        {
            Operators = MakeOperators(facts, random),
            Axioms = MakeAxioms(facts, random),
            InitialState = Array.ConvertAll(variables, variable => variable.IsDerived ? variable.DefaultValue : random.Next(variable.DomainSize)),
            Goal = Facts(facts, random, 2, Variables + DerivedVariables),
            HasMetric = HighestCost > 0,
        };
    }

    private static PlanningTask MakeKind(int seed) => new RandomTasks
    {
        Variables = 3 + (seed % 4),
        ConditionalEffects = seed % 3 == 1,
        DerivedVariables = seed % 4 == 3 ? 2 + (seed % 5) : 0,
        HighestCost = seed % 5 == 0 ? 0 : 4,
    }.Make(seed);

    private OperatorTable MakeOperators(PlanningTask facts, Random random)
    {
        var preconditions = new List<int[]>();
        var starts = new List<int> { 0 };
        var effects = new List<int>();
        var conditions = new List<int[]>();
        for (var o = 0; o < Operators; o++)
        {
            preconditions.Add(Facts(facts, random, random.Next(0, 4), Variables + DerivedVariables));
            foreach (var effect in Facts(facts, random, random.Next(1, 4), Variables))
            {
                effects.Add(effect);
                conditions.Add(ConditionalEffects && random.Next(2) == 0 ? Facts(facts, random, 1, Variables + DerivedVariables) : []);
            }

            starts.Add(effects.Count);
        }

        return new OperatorTable
        {
            Costs = [.. Enumerable.Range(0, Operators).Select(_ => HighestCost == 0 ? 1 : random.Next(HighestCost + 1))],
            Preconditions = IntLists.From(preconditions),
            EffectStarts = [.. starts],
            EffectFacts = [.. effects],
            EffectConditions = IntLists.From(conditions),
            Name = o => $"o{o}",
        };
    }

    // A body asks for the default of variables of lower layers only; other facts may be of the same layer.
    private RuleTable MakeAxioms(PlanningTask facts, Random random)
    {
        var heads = new List<int>();
        var bodies = new List<int[]>();
        for (var v = Variables; v < Variables + DerivedVariables; v++)
        {
            for (var rule = random.Next(1, 4); rule > 0; rule--)
            {
                var layer = facts.Variables[v].AxiomLayer;
                heads.Add(facts.Fact(v, 0));
                bodies.Add([.. Facts(facts, random, random.Next(0, 3), Variables + DerivedVariables).Where(fact => IsAllowed(facts, fact, layer))]);
            }
        }

        return new RuleTable { Heads = [.. heads], Bodies = IntLists.From(bodies) };
    }

    private static bool IsAllowed(PlanningTask facts, int fact, int layer)
    {
        var variable = facts.Variables[facts.FactVariables[fact]];
        return variable.AxiomLayer < layer || (variable.AxiomLayer == layer && facts.FactValue(fact) != variable.DefaultValue);
    }

    private static int[] Facts(PlanningTask facts, Random random, int count, int variableCount)
    {
        var variables = Enumerable.Range(0, variableCount).ToArray();
        random.Shuffle(variables);
        return [.. variables.Take(count).Select(v => facts.Fact(v, random.Next(facts.Variables[v].DomainSize))).Order()];
    }
}
