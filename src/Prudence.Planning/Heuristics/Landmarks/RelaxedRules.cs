using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// The delete relaxation of a task as rules: once all body facts are reached, so are the head facts. An operator gives one rule for its
/// unconditional effects and one for each conditional effect; an axiom gives one. Where <see cref="NegatedAxioms"/> follows a default value,
/// each axiom has one more fact that says that it is blocked, with a rule for each way to block it, and all of them together give the default.
/// </summary>
internal sealed class RelaxedRules
{
    private RelaxedRules(
        IntLists bodies, IntLists heads, int[] owners, bool[] isUnconditional, int[] operatorStarts, int factCount, NegatedAxioms negated)
    {
        FactCount = factCount;
        Negated = negated;
        Bodies = bodies;
        Heads = heads;
        Owners = owners;
        IsUnconditional = isUnconditional;
        OperatorStarts = operatorStarts;
        WithBodyFact = bodies.Invert(factCount);
        WithHeadFact = heads.Invert(factCount);
    }

    /// <summary>The number of rules.</summary>
    public int Count => Owners.Length;

    /// <summary>The number of facts: those of the task, and one for each axiom, in that order.</summary>
    public int FactCount { get; }

    /// <summary>The default values that are followed.</summary>
    public NegatedAxioms Negated { get; }

    /// <summary>The facts that must be reached first, without repetition.</summary>
    public IntLists Bodies { get; }

    /// <summary>The facts each rule reaches.</summary>
    public IntLists Heads { get; }

    /// <summary>The operator each rule comes from; -1 for an axiom.</summary>
    public int[] Owners { get; }

    /// <summary>Whether the rule happens whenever its operator is applied.</summary>
    public bool[] IsUnconditional { get; }

    /// <summary>Where the rules of each operator begin; the axioms follow the last operator.</summary>
    public int[] OperatorStarts { get; }

    /// <summary>The rules that have a fact in their body.</summary>
    public IntLists WithBodyFact { get; }

    /// <summary>The rules that have a fact in their head.</summary>
    public IntLists WithHeadFact { get; }

    /// <summary>Builds the rules of a task.</summary>
    public static RelaxedRules Of(PlanningTask task)
    {
        var operators = task.Operators;
        var bodies = new IntListsBuilder(operators.Count + task.Axioms.Count, operators.Preconditions.Items.Length);
        var heads = new IntListsBuilder(operators.Count + task.Axioms.Count, operators.EffectFacts.Length);
        var owners = new List<int>(operators.Count + task.Axioms.Count);
        var unconditional = new List<bool>(operators.Count + task.Axioms.Count);
        var operatorStarts = new int[operators.Count + 1];
        for (var o = 0; o < operators.Count; o++)
        {
            AddUnconditionalEffects(task, o, bodies, heads, owners, unconditional);
            AddConditionalEffects(task, o, bodies, heads, owners, unconditional);
            operatorStarts[o + 1] = owners.Count;
        }

        var negated = new NegatedAxioms(task);
        AddAxioms(task, bodies, heads, owners);
        AddNegatedAxioms(task, negated, bodies, heads, owners);
        while (unconditional.Count < owners.Count)
        {
            unconditional.Add(false);
        }

        return new RelaxedRules(
            bodies.ToLists(), heads.ToLists(), [.. owners], [.. unconditional], operatorStarts, task.FactCount + task.Axioms.Count, negated);
    }

    private static void AddAxioms(PlanningTask task, IntListsBuilder bodies, IntListsBuilder heads, List<int> owners)
    {
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            bodies.AddRange(task.Axioms.Bodies[rule]);
            bodies.EndList();
            heads.Add(task.Axioms.Heads[rule]);
            heads.EndList();
            owners.Add(-1);
        }
    }

    private static void AddNegatedAxioms(
        PlanningTask task, NegatedAxioms negated, IntListsBuilder bodies, IntListsBuilder heads, List<int> owners)
    {
        var blockers = new List<int>();
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            if (!negated.IsFollowed(variable))
            {
                continue;
            }

            foreach (var rule in negated.RulesOf(variable))
            {
                blockers.Clear();
                negated.CollectBlockers(rule, blockers);
                foreach (var blocker in blockers)
                {
                    bodies.Add(blocker);
                    bodies.EndList();
                    heads.Add(task.FactCount + rule);
                    heads.EndList();
                    owners.Add(-1);
                }
            }

            foreach (var rule in negated.RulesOf(variable))
            {
                bodies.Add(task.FactCount + rule);
            }

            bodies.EndList();
            heads.Add(task.Fact(variable, task.Variables[variable].DefaultValue));
            heads.EndList();
            owners.Add(-1);
        }
    }

    private static void AddUnconditionalEffects(
        PlanningTask task, int o, IntListsBuilder bodies, IntListsBuilder heads, List<int> owners, List<bool> unconditional)
    {
        var operators = task.Operators;
        var any = false;
        for (var effect = operators.EffectStarts[o]; effect < operators.EffectStarts[o + 1]; effect++)
        {
            if (operators.EffectConditions[effect].IsEmpty)
            {
                heads.Add(operators.EffectFacts[effect]);
                any = true;
            }
        }

        if (any)
        {
            heads.EndList();
            bodies.AddRange(operators.Preconditions[o]);
            bodies.EndList();
            owners.Add(o);
            unconditional.Add(true);
        }
    }

    private static void AddConditionalEffects(
        PlanningTask task, int o, IntListsBuilder bodies, IntListsBuilder heads, List<int> owners, List<bool> unconditional)
    {
        var operators = task.Operators;
        var preconditions = operators.Preconditions[o];
        for (var effect = operators.EffectStarts[o]; effect < operators.EffectStarts[o + 1]; effect++)
        {
            var conditions = operators.EffectConditions[effect];
            if (conditions.IsEmpty)
            {
                continue;
            }

            bodies.AddRange(preconditions);
            foreach (var condition in conditions)
            {
                if (!preconditions.Contains(condition))
                {
                    bodies.Add(condition);
                }
            }

            bodies.EndList();
            heads.Add(operators.EffectFacts[effect]);
            heads.EndList();
            owners.Add(o);
            unconditional.Add(false);
        }
    }
}
