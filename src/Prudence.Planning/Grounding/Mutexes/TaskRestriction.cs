using Prudence.Planning.Grounding.Encoding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>Writes a task anew without some of its facts and operators. Variables of which one value is left are dropped.</summary>
internal sealed class TaskRestriction
{
    private readonly PlanningTask task;
    private readonly bool[] isRemovedFact;
    private readonly bool[] isRemovedOperator;
    private readonly PairSet forbidden;
    private readonly int[] newFacts;
    private readonly List<TaskVariable> variables = [];
    private readonly List<int> initial = [];

    private TaskRestriction(PlanningTask task, bool[] isRemovedFact, bool[] isRemovedOperator, PairSet forbidden)
    {
        this.task = task;
        this.isRemovedFact = isRemovedFact;
        this.isRemovedOperator = isRemovedOperator;
        this.forbidden = forbidden;
        newFacts = new int[task.FactCount];
        NumberFacts();
    }

    /// <summary>Writes the task.</summary>
    /// <param name="task">The task; it keeps all its plans.</param>
    /// <param name="isRemovedFact">The facts that no state on the way to the goal contains.</param>
    /// <param name="isRemovedOperator">The operators that no plan uses.</param>
    /// <param name="forbidden">Pairs that no state on the way to the goal contains.</param>
    public static PlanningTask Write(PlanningTask task, bool[] isRemovedFact, bool[] isRemovedOperator, PairSet forbidden) =>
        new TaskRestriction(task, isRemovedFact, isRemovedOperator, forbidden).Write();

    private PlanningTask Write()
    {
        if (Map(task.Goal) is not { } goal)
        {
            return DecidedTask.Create(task.HasMetric, isSolved: false);
        }

        if (goal.Length == 0)
        {
            return DecidedTask.Create(task.HasMetric, isSolved: true);
        }

        return new PlanningTask(variables)
        {
            Operators = WriteOperators(),
            Axioms = WriteAxioms(),
            InitialState = [.. initial],
            Goal = goal,
            MutexGroups = WriteGroups(),
            HasMetric = task.HasMetric,
        };
    }

    private void NumberFacts()
    {
        var next = 0;
        Array.Fill(newFacts, -1);
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            var kept = Kept(variable);
            if (kept.Length < 2)
            {
                continue;
            }

            var old = task.Variables[variable];
            initial.Add(Array.IndexOf(kept, task.Fact(variable, task.InitialState[variable])));
            variables.Add(kept.Length == old.DomainSize ? old : old with { FactNames = Array.ConvertAll(kept, task.FactName) });
            foreach (var fact in kept)
            {
                newFacts[fact] = next++;
            }
        }
    }

    private int[] Kept(int variable)
    {
        var all = Enumerable.Range(task.FactOffsets[variable], task.Variables[variable].DomainSize);
        return [.. all.Where(fact => task.Variables[variable].IsDerived || !isRemovedFact[fact])];
    }

    /// <summary>Facts by their new numbers, without those that always hold; null if one of them never holds.</summary>
    private int[]? Map(ReadOnlySpan<int> facts)
    {
        var mapped = new List<int>(facts.Length);
        foreach (var fact in facts)
        {
            if (isRemovedFact[fact])
            {
                return null;
            }

            if (newFacts[fact] >= 0)
            {
                mapped.Add(newFacts[fact]);
            }
        }

        return [.. mapped];
    }

    private OperatorTable WriteOperators()
    {
        var (sources, preconditions, costs) = (new List<int>(), new List<int[]>(), new List<int>());
        var (effectStarts, effectFacts, conditions) = (new List<int> { 0 }, new List<int>(), new List<int[]>());
        for (var o = 0; o < task.Operators.Count; o++)
        {
            if (isRemovedOperator[o] || Map(task.Operators.Preconditions[o]) is not { } precondition)
            {
                continue;
            }

            WriteEffects(o, effectFacts, conditions);
            if (effectFacts.Count > effectStarts[^1])
            {
                sources.Add(o);
                preconditions.Add(precondition);
                costs.Add(task.Operators.Costs[o]);
                effectStarts.Add(effectFacts.Count);
            }
        }

        int[] numbers = [.. sources];
        var name = task.Operators.Name;
        return new OperatorTable
        {
            Costs = [.. costs],
            Preconditions = IntLists.From(preconditions),
            EffectStarts = [.. effectStarts],
            EffectFacts = [.. effectFacts],
            EffectConditions = IntLists.From(conditions),
            Name = o => name(numbers[o]),
        };
    }

    private void WriteEffects(int operatorId, List<int> facts, List<int[]> conditions)
    {
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            var fact = newFacts[task.Operators.EffectFacts[e]];
            if (fact >= 0 && Happens(operatorId, e) && Map(task.Operators.EffectConditions[e]) is { } condition)
            {
                facts.Add(fact);
                conditions.Add(condition);
            }
        }
    }

    private bool Happens(int operatorId, int effect)
    {
        foreach (var condition in task.Operators.EffectConditions[effect])
        {
            foreach (var precondition in task.Operators.Preconditions[operatorId])
            {
                if (precondition != condition && forbidden.Contains(precondition, condition))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private RuleTable WriteAxioms()
    {
        var (heads, bodies) = (new List<int>(), new List<int[]>());
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            if (Map(task.Axioms.Bodies[rule]) is { } body)
            {
                heads.Add(newFacts[task.Axioms.Heads[rule]]);
                bodies.Add(body);
            }
        }

        return new RuleTable { Heads = [.. heads], Bodies = IntLists.From(bodies) };
    }

    private List<int[]> WriteGroups()
    {
        var factVariables = new PlanningTask(variables) { Operators = null!, Axioms = null!, InitialState = [], Goal = [], HasMetric = false }.FactVariables;
        var groups = new List<int[]>();
        foreach (var group in task.MutexGroups)
        {
            int[] kept = [.. group.Select(fact => newFacts[fact]).Where(static fact => fact >= 0)];
            if (kept.Select(fact => factVariables[fact]).Distinct().Skip(1).Any())
            {
                groups.Add(kept);
            }
        }

        return groups;
    }
}
