using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Finds everything that is reachable when deletes are ignored: the least model of a <see cref="RelaxedProgram"/>, by semi-naive
/// evaluation. Each new tuple starts the joins of the literals it matches, over the tuples that were activated before it.
/// </summary>
internal sealed class RelaxedReachability
{
    private readonly RelaxedProgram program;
    private readonly StopSignal stop;
    private readonly List<Relation> active = [];
    private int[] tuple = new int[16];

    private RelaxedReachability(RelaxedProgram program, StopSignal stop)
    {
        this.program = program;
        this.stop = stop;
    }

    /// <summary>Fills the relations of a program.</summary>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public static void Compute(RelaxedProgram program, StopSignal stop) => new RelaxedReachability(program, stop).Compute();

    private void Compute()
    {
        var unconditional = new List<JoinPlan>();
        foreach (var rule in program.Rules)
        {
            PlanRule(rule, unconditional);
        }

        CollectActive();
        foreach (var plan in unconditional)
        {
            Run(plan, -1);
        }

        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var relation in active)
            {
                while (relation.Active < relation.Tuples.Count)
                {
                    isChanged = true;
                    Propagate(relation);
                }
            }
        }
        while (isChanged);
        foreach (var relation in program.Predicates)
        {
            if (!relation.IsComplete)
            {
                relation.Complete();
            }
        }
    }

    private static void PlanRule(JoinRule rule, List<JoinPlan> unconditional)
    {
        var isTriggered = false;
        for (var i = 0; i < rule.Body.Length; i++)
        {
            if (!rule.Body[i].Relation.IsStatic)
            {
                isTriggered = true;
                rule.Body[i].Relation.Triggers.Add(JoinPlanner.Plan(rule, i));
            }
        }

        if (!isTriggered)
        {
            unconditional.Add(JoinPlanner.Plan(rule, -1));
        }
    }

    private void CollectActive()
    {
        foreach (var relation in program.Predicates)
        {
            AddUsed(relation);
        }

        foreach (var relation in program.Actions)
        {
            AddUsed(relation);
        }

        foreach (var rule in program.Rules)
        {
            if (!active.Contains(rule.Heads[0].Relation))
            {
                AddUsed(rule.Heads[0].Relation);
            }
        }
    }

    private void AddUsed(Relation relation)
    {
        if (!relation.IsStatic && relation.IsUsed)
        {
            active.Add(relation);
        }
    }

    /// <summary>Activates one tuple and runs the joins it starts.</summary>
    private void Propagate(Relation relation)
    {
        stop.ThrowIfRaised();
        var id = relation.Activate();
        foreach (var plan in relation.Triggers)
        {
            Run(plan, id);
        }
    }

    private void Run(JoinPlan plan, int id)
    {
        if (!plan.Start(id))
        {
            return;
        }

        do
        {
            stop.ThrowIfRaised();
            Derive(plan.Rule.Heads, plan.Values);
        }
        while (plan.MoveNext());
    }

    private void Derive(JoinLiteral[] heads, int[] values)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var slots = heads[i].Slots;
            if (slots.Length > tuple.Length)
            {
                tuple = new int[slots.Length];
            }

            for (var j = 0; j < slots.Length; j++)
            {
                tuple[j] = values[slots[j]];
            }

            var isNew = heads[i].Relation.Add(new ReadOnlySpan<int>(tuple, 0, slots.Length));
            if (i == 0 && !isNew)
            {
                return;
            }
        }
    }
}
