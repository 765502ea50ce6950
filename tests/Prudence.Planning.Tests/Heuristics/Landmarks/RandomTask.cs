using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>Draws small tasks, with conditional effects and stratified axioms if asked for. Not all of them are solvable.</summary>
internal static class RandomTask
{
    public static PlanningTask Draw(int seed, bool conditionalEffects = false, bool axioms = false, int operatorCount = 14)
    {
        var random = new Random(seed);
        var variables = new List<TaskVariable>();
        for (var v = 0; v < 5; v++)
        {
            var size = random.Next(2, 5);
            variables.Add(new TaskVariable($"v{v}", [.. Enumerable.Range(0, size).Select(value => $"(p{value % 2} {v} {value})")]));
        }

        var basic = variables.Count;
        for (var d = 0; axioms && d < 3; d++)
        {
            variables.Add(new TaskVariable($"d{d}", [$"(derived{d})", $"not (derived{d})"], d, 1));
        }

        var facts = new PlanningTask(variables) { Operators = null!, Axioms = null!, InitialState = [], Goal = [], HasMetric = true };
        var rules = DrawRules(facts, basic, random);
        return new PlanningTask(variables)
        {
            Operators = DrawOperators(facts, basic, operatorCount, conditionalEffects, random),
            Axioms = rules,
            InitialState = [.. variables.Select(variable => variable.IsDerived ? 1 : random.Next(variable.DomainSize))],
            Goal = DrawFacts(facts, facts.Variables.Length, random.Next(1, 4), random),
            HasMetric = true,
        };
    }

    private static RuleTable DrawRules(PlanningTask task, int basic, Random random)
    {
        var heads = new List<int>();
        var bodies = new List<int[]>();
        for (var derived = basic; derived < task.Variables.Length; derived++)
        {
            for (var rule = random.Next(1, 4); rule > 0; rule--)
            {
                heads.Add(task.Fact(derived, 0));
                bodies.Add(DrawFacts(task, derived, random.Next(1, 4), random));
            }
        }

        return new RuleTable { Heads = [.. heads], Bodies = IntLists.From(bodies) };
    }

    private static OperatorTable DrawOperators(PlanningTask task, int basic, int count, bool conditionalEffects, Random random)
    {
        var costs = new int[count];
        var preconditions = new List<int[]>();
        var effectStarts = new int[count + 1];
        var effectFacts = new List<int>();
        var conditions = new List<int[]>();
        for (var o = 0; o < count; o++)
        {
            costs[o] = random.Next(0, 4);
            preconditions.Add(DrawFacts(task, task.Variables.Length, random.Next(0, 4), random));
            foreach (var fact in DrawFacts(task, basic, random.Next(1, 4), random))
            {
                effectFacts.Add(fact);
                conditions.Add(conditionalEffects && random.Next(2) == 0 ? DrawFacts(task, task.Variables.Length, random.Next(1, 3), random) : []);
            }

            effectStarts[o + 1] = effectFacts.Count;
        }

        return new OperatorTable
        {
            Costs = costs,
            Preconditions = IntLists.From(preconditions),
            EffectStarts = effectStarts,
            EffectFacts = [.. effectFacts],
            EffectConditions = IntLists.From(conditions),
            Name = static o => $"o{o}",
        };
    }

    private static int[] DrawFacts(PlanningTask task, int variableCount, int count, Random random)
    {
        var variables = Enumerable.Range(0, variableCount).ToArray();
        random.Shuffle(variables);
        return [.. variables.Take(count).Select(variable => task.Fact(variable, random.Next(task.Variables[variable].DomainSize))).Order()];
    }
}
