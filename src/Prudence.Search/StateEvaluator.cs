namespace Prudence.Search;

/// <summary>Makes evaluators from functions.</summary>
public static class StateEvaluator
{
    /// <summary>An evaluator that judges a state at once.</summary>
    /// <param name="estimate">The judgement.</param>
    /// <param name="isAdmissible">True if no estimate exceeds the true cost.</param>
    public static IStateEvaluator<TState> From<TState>(Func<TState, double> estimate, bool isAdmissible = false)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return new SynchronousEvaluator<TState>(estimate, isAdmissible);
    }

    /// <summary>An evaluator that asks elsewhere for each state, for several states at a time.</summary>
    /// <param name="estimate">The judgement.</param>
    /// <param name="concurrency">How many questions may be open at the same time.</param>
    /// <param name="isAdmissible">True if no estimate exceeds the true cost.</param>
    public static IStateEvaluator<TState> From<TState>(
        Func<TState, CancellationToken, ValueTask<double>> estimate, int concurrency = 1, bool isAdmissible = false)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        return new ConcurrentEvaluator<TState>(estimate, concurrency, isAdmissible);
    }

    private sealed class SynchronousEvaluator<TState>(Func<TState, double> estimate, bool isAdmissible) : IStateEvaluator<TState>
    {
        public bool IsAdmissible => isAdmissible;

        public ValueTask EvaluateAsync(IReadOnlyList<TState> states, Memory<double> estimates, CancellationToken cancellation)
        {
            var target = estimates.Span;
            for (var i = 0; i < states.Count; i++)
            {
                target[i] = estimate(states[i]);
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class ConcurrentEvaluator<TState>(
        Func<TState, CancellationToken, ValueTask<double>> estimate, int concurrency, bool isAdmissible) : IStateEvaluator<TState>
    {
        public bool IsAdmissible => isAdmissible;

        public async ValueTask EvaluateAsync(IReadOnlyList<TState> states, Memory<double> estimates, CancellationToken cancellation)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation };
            await Parallel.ForAsync(0, states.Count, options, async (i, token) =>
            {
                var answer = await estimate(states[i], token).ConfigureAwait(false);
                estimates.Span[i] = answer;
            }).ConfigureAwait(false);
        }
    }
}
