namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>Follows supporters back from the goals and collects the operators on the way.</summary>
internal sealed class RelaxedPlan
{
    private readonly RelaxedTask task;
    private readonly int[] costs;
    private readonly int[] factStamps;
    private readonly int[] operatorStamps;
    private readonly int[] operators;
    private readonly int[] open;
    private int stamp;
    private int operatorCount;

    public RelaxedPlan(RelaxedTask task, int[] operatorCosts)
    {
        this.task = task;
        costs = operatorCosts;
        factStamps = new int[task.FactCount + 1];
        open = new int[task.FactCount + 1];
        operatorStamps = new int[operatorCosts.Length];
        operators = new int[operatorCosts.Length];
    }

    /// <summary>The operators found by the last <see cref="Extract"/>, each once.</summary>
    public ReadOnlySpan<int> Operators => operators.AsSpan(0, operatorCount);

    /// <summary>Collects the plan of an exploration that reached all goals.</summary>
    /// <param name="reached">Cost and supporter of each fact.</param>
    /// <param name="preferred">Where to add operators whose preconditions, as far as the plan needs them, hold in the state; may be null.</param>
    /// <returns>The cost of the plan, each operator counted once.</returns>
    public int Extract(ReadOnlySpan<ReachedFact> reached, PreferredOperators? preferred)
    {
        NextStamp();
        long total = 0;
        var openCount = 0;
        for (var goal = 0; goal < task.GoalCount; goal++)
        {
            factStamps[goal] = stamp;
            open[openCount++] = goal;
        }

        while (openCount > 0)
        {
            var supporter = reached[open[--openCount]].Supporter;
            if (supporter < 0)
            {
                continue;
            }

            var isApplicable = true;
            foreach (var precondition in task.PreconditionsOf(supporter))
            {
                isApplicable &= reached[precondition].Supporter < 0;
                if (factStamps[precondition] != stamp)
                {
                    factStamps[precondition] = stamp;
                    open[openCount++] = precondition;
                }
            }

            var id = task.OperatorIds[supporter];
            if (id >= 0)
            {
                if (operatorStamps[id] != stamp)
                {
                    operatorStamps[id] = stamp;
                    operators[operatorCount++] = id;
                    total += costs[id];
                }

                if (isApplicable)
                {
                    preferred?.Add(id);
                }
            }
        }

        return (int)Math.Min(total, Heuristic.DeadEnd - 1);
    }

    private void NextStamp()
    {
        operatorCount = 0;
        if (++stamp == int.MaxValue)
        {
            Array.Clear(factStamps);
            Array.Clear(operatorStamps);
            stamp = 1;
        }
    }
}
