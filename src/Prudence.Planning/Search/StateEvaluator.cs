using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Evaluates states by several heuristics and decides whether they agree that a state is dead.</summary>
internal sealed class StateEvaluator
{
    private readonly Heuristic[] heuristics;
    private readonly Heuristic[] pathDependent;
    private readonly bool[] recommends;
    private readonly int keyed;

    /// <summary>Sets up the heuristics.</summary>
    /// <param name="keyed">Those the open lists sort by.</param>
    /// <param name="preferring">Those whose preferred operators count; others than the keyed ones are evaluated for these only.</param>
    /// <param name="operatorCount">The number of operators of the task.</param>
    public StateEvaluator(IReadOnlyList<Heuristic> keyed, IReadOnlyList<Heuristic> preferring, int operatorCount)
    {
        List<Heuristic> all = [.. keyed];
        foreach (var heuristic in preferring)
        {
            if (!all.Contains(heuristic))
            {
                all.Add(heuristic);
            }
        }

        heuristics = [.. all];
        this.keyed = keyed.Count;
        pathDependent = Array.FindAll(heuristics, static heuristic => heuristic.IsPathDependent);
        recommends = Array.ConvertAll(heuristics, preferring.Contains);
        Values = new int[heuristics.Length];
        Preferred = preferring.Count > 0 ? new PreferredOperators(operatorCount) : null;
    }

    /// <summary>The value of each heuristic for the state last evaluated; the keyed ones come first.</summary>
    public int[] Values { get; }

    /// <summary>The operators preferred in the state last evaluated with them; null if no heuristic is asked.</summary>
    public PreferredOperators? Preferred { get; }

    /// <summary>True if some heuristic wants to hear of transitions.</summary>
    public bool IsPathDependent => pathDependent.Length > 0;

    /// <summary>True if the last state found dead is so for certain.</summary>
    public bool IsProof { get; private set; }

    /// <summary>Tells path-dependent heuristics of the initial state.</summary>
    public void NotifyInitialState(StateView view)
    {
        foreach (var heuristic in pathDependent)
        {
            heuristic.NotifyInitialState(view.AsState(0));
        }
    }

    /// <summary>Tells path-dependent heuristics of a transition to the state in view.</summary>
    public void NotifyTransition(int parent, int operatorId, int id, StateView view)
    {
        foreach (var heuristic in pathDependent)
        {
            heuristic.NotifyTransition(parent, operatorId, view.AsState(id));
        }
    }

    /// <summary>Evaluates the state in view. False if it is a dead end: one heuristic proves it, or all those keyed say so.</summary>
    public bool Evaluate(int id, StateView view, bool withPreferred)
    {
        if (withPreferred)
        {
            Preferred?.Clear();
        }

        var infinite = 0;
        var state = view.AsState(id);
        for (var i = 0; i < heuristics.Length; i++)
        {
            Values[i] = heuristics[i].Evaluate(state, withPreferred && recommends[i] ? Preferred : null);
            if (Values[i] == Heuristic.DeadEnd)
            {
                if (heuristics[i].DeadEndsAreReliable)
                {
                    IsProof = true;
                    return false;
                }

                infinite += i < keyed ? 1 : 0;
            }
        }

        IsProof = false;
        return infinite < keyed || keyed == 0;
    }
}
