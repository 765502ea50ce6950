namespace Prudence.Search;

/// <summary>
/// Judges states. For best-first, beam and iterative-deepening search the judgement is an estimate of the cost to a goal: lower is better,
/// positive infinity is a dead end. For Monte Carlo tree search it is a value: higher is better, best kept between 0 and 1.
/// </summary>
public interface IStateEvaluator<TState>
{
    /// <summary>True if no estimate exceeds the true cost to a goal, so that A* proves its paths optimal.</summary>
    bool IsAdmissible => false;

    /// <summary>Judges several states at once, so that an expensive judge, such as a model, can share the work between them.</summary>
    /// <param name="states">The states; at least one.</param>
    /// <param name="estimates">Where the judgements go, one per state.</param>
    /// <param name="cancellation">Raised when the budget ends or the caller gives up.</param>
    ValueTask EvaluateAsync(IReadOnlyList<TState> states, Memory<double> estimates, CancellationToken cancellation);
}
