using Prudence.Planning.Heuristics.Landmarks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>Landmark progression word by word as its paper states it, with sets and without any packing.</summary>
internal sealed class NaiveLandmarkStatus(LandmarkGraph graph)
{
    private readonly Dictionary<int, (bool[] Past, bool[] Future)> known = [];

    public (bool[] Past, bool[] Future) Of(int state) => known[state];

    public void Enter(int state, int[] values)
    {
        var past = new bool[graph.Count];
        var future = new bool[graph.Count];
        for (var l = 0; l < graph.Count; l++)
        {
            past[l] = Holds(l, values);
            future[l] = !past[l] || Before(l).Any(earlier => !Holds(earlier, values));
        }

        known[state] = (past, future);
    }

    public void Enter(int parent, int[] parentValues, int state, int[] values)
    {
        if (parent == state)
        {
            return;
        }

        var (parentPast, parentFuture) = known[parent];
        if (!known.TryGetValue(state, out var status))
        {
            status = ([.. Enumerable.Repeat(true, graph.Count)], new bool[graph.Count]);
            known[state] = status;
        }

        for (var l = 0; l < graph.Count; l++)
        {
            var added = Holds(l, values) && !Holds(l, parentValues);
            status.Past[l] &= parentPast[l] || Holds(l, values);
            status.Future[l] |= parentFuture[l] && !added;
            status.Future[l] |= graph.Landmarks[l].IsGoal && !Holds(l, values);
        }

        for (var l = 0; l < graph.Count; l++)
        {
            var neededNext = graph.GreedyNecessary[l].ToArray().Any(later => !status.Past[later]);
            var toBeRedone = Enumerable.Range(0, graph.Count).Any(earlier => !status.Past[earlier] && graph.Reasonable[earlier].Contains(l));
            status.Future[l] |= toBeRedone || (neededNext && !Holds(l, values));
        }
    }

    private bool Holds(int landmark, int[] values) => graph.Landmarks[landmark].Holds(values, graph.Task);

    private IEnumerable<int> Before(int landmark) => Enumerable.Range(0, graph.Count).Where(
        earlier => graph.GreedyNecessary[earlier].Contains(landmark) || graph.Natural[earlier].Contains(landmark) || graph.Reasonable[earlier].Contains(landmark));
}
