using System.Numerics;
using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// For each state of a search which landmarks are past, that is true at some point on every known path to it, and which are future, that is
/// still to be made true on every way on (Büchner, Keller, Eriksson and Helmert 2023, "Landmark Progression in Heuristic Search"). Two bits
/// per landmark and state.
/// </summary>
/// <remarks>
/// A landmark not past is future and false in the state. Of one both past and future it must be known whether it is true in the state. That
/// makes four cases, stored as bits (low, high): not past 00; past only 10; past and future, false now 01; past and future, true now 11.
/// </remarks>
internal sealed class LandmarkStatus
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly LandmarkGraph graph;
    private readonly StopSignal? stop;
    private readonly int words;
    private readonly int[] relevantVariables;
    private readonly int[] factOffsets;
    private readonly int[] landmarkOfFact;
    private readonly ulong[] valid;
    private readonly ulong[] goals;
    private readonly ulong[] greedyNecessaryTails;
    private readonly ulong[] reasonableHeads;
    private readonly int[][] greedyNecessaryChildren;
    private readonly int[][] reasonableParents;
    private readonly ulong[] holds;
    private readonly ulong[] future;
    private readonly ulong[] notPast;
    private ulong[]?[] chunks = new ulong[16][];

    public LandmarkStatus(LandmarkGraph graph, StopSignal? stop = null)
    {
        this.graph = graph;
        this.stop = stop;
        var task = graph.Task;
        words = (graph.Count + 63) / 64;
        factOffsets = task.FactOffsets;
        landmarkOfFact = new int[task.FactCount];
        Array.Fill(landmarkOfFact, -1);
        valid = new ulong[words];
        goals = new ulong[words];
        greedyNecessaryTails = new ulong[words];
        reasonableHeads = new ulong[words];
        holds = new ulong[words];
        future = new ulong[words];
        notPast = new ulong[words];
        greedyNecessaryChildren = new int[graph.Count][];
        reasonableParents = new int[graph.Count][];
        var variables = new List<int>();
        var parents = graph.Reasonable.Invert(graph.Count);
        for (var landmark = 0; landmark < graph.Count; landmark++)
        {
            foreach (var fact in graph.Landmarks[landmark].Facts)
            {
                landmarkOfFact[fact] = landmark;
                variables.Add(task.FactVariables[fact]);
            }

            greedyNecessaryChildren[landmark] = graph.GreedyNecessary[landmark].ToArray();
            reasonableParents[landmark] = parents[landmark].ToArray();
            SetIf(valid, landmark, true);
            SetIf(goals, landmark, graph.Landmarks[landmark].IsGoal);
            SetIf(greedyNecessaryTails, landmark, greedyNecessaryChildren[landmark].Length > 0);
            SetIf(reasonableHeads, landmark, reasonableParents[landmark].Length > 0);
        }

        IntSets.Normalise(variables);
        relevantVariables = [.. variables];
    }

    /// <summary>The landmarks in sets of 64: the length of <see cref="Future"/> and <see cref="NotPast"/>.</summary>
    public int Words => words;

    /// <summary>The future landmarks of the state chosen by <see cref="Load"/>.</summary>
    public ReadOnlySpan<ulong> Future => future;

    /// <summary>The landmarks that are not past in the state chosen by <see cref="Load"/>.</summary>
    public ReadOnlySpan<ulong> NotPast => notPast;

    /// <summary>Enters the initial state: what holds is past, the rest future.</summary>
    public void EnterInitialState(in State state)
    {
        ComputeHolds(state.Values);
        for (var word = 0; word < words; word++)
        {
            notPast[word] = valid[word] & ~holds[word];
            future[word] = notPast[word];
        }

        // What must come after something that does not hold yet will have to be made true once more.
        RequireFollowers(graph.GreedyNecessary);
        RequireFollowers(graph.Natural);
        RequireFollowers(graph.Reasonable);
        var row = Row(state.Id);
        for (var word = 0; word < words; word++)
        {
            Store(row, word);
        }
    }

    /// <summary>Enters a state reached from another: what the new path says is joined with what was known of the state.</summary>
    public void EnterTransition(int parentId, in State state)
    {
        if (parentId == state.Id)
        {
            return;
        }

        ComputeHolds(state.Values);
        var parent = Row(parentId);
        var row = Row(state.Id);
        for (var word = 0; word < words; word++)
        {
            var low = parent[2 * word];
            var high = parent[(2 * word) + 1];
            var parentFuture = (~low | high) & valid[word];
            var parentNotPast = ~(low | high) & valid[word];
            var heldBefore = low & high;
            var knownFuture = (~row[2 * word] | row[(2 * word) + 1]) & valid[word];
            var knownNotPast = ~(row[2 * word] | row[(2 * word) + 1]) & valid[word];
            var now = holds[word];
            notPast[word] = knownNotPast | (parentNotPast & ~now);
            future[word] = knownFuture | (parentFuture & (~now | heldBefore)) | (goals[word] & ~now);
        }

        RequireAgain();
        for (var word = 0; word < words; word++)
        {
            Store(row, word);
        }
    }

    /// <summary>Reads the status of a state into <see cref="Future"/> and <see cref="NotPast"/>.</summary>
    public void Load(int stateId)
    {
        var row = Row(stateId);
        for (var word = 0; word < words; word++)
        {
            var low = row[2 * word];
            var high = row[(2 * word) + 1];
            future[word] = (~low | high) & valid[word];
            notPast[word] = ~(low | high) & valid[word];
        }
    }

    private static bool IsSet(ulong[] set, int landmark) => (set[landmark >> 6] >> landmark & 1) != 0;

    private static void SetIf(ulong[] set, int landmark, bool condition)
    {
        if (condition)
        {
            set[landmark >> 6] |= 1UL << landmark;
        }
    }

    private void ComputeHolds(ReadOnlySpan<int> values)
    {
        Array.Clear(holds);
        foreach (var variable in relevantVariables)
        {
            var landmark = landmarkOfFact[factOffsets[variable] + values[variable]];
            if (landmark >= 0)
            {
                holds[landmark >> 6] |= 1UL << landmark;
            }
        }
    }

    private void RequireFollowers(Tasks.IntLists relation)
    {
        for (var landmark = 0; landmark < graph.Count; landmark++)
        {
            if (IsSet(notPast, landmark))
            {
                foreach (var follower in relation[landmark])
                {
                    SetIf(future, follower, true);
                }
            }
        }
    }

    private void RequireAgain()
    {
        for (var word = 0; word < words; word++)
        {
            var idle = ~future[word];
            for (var bits = idle & greedyNecessaryTails[word] & ~holds[word]; bits != 0; bits &= bits - 1)
            {
                RequireIfAnyNotPast((word << 6) + BitOperations.TrailingZeroCount(bits), greedyNecessaryChildren);
            }

            for (var bits = idle & reasonableHeads[word]; bits != 0; bits &= bits - 1)
            {
                RequireIfAnyNotPast((word << 6) + BitOperations.TrailingZeroCount(bits), reasonableParents);
            }
        }
    }

    private void RequireIfAnyNotPast(int landmark, int[][] related)
    {
        foreach (var other in related[landmark])
        {
            if (IsSet(notPast, other))
            {
                future[landmark >> 6] |= 1UL << landmark;
                return;
            }
        }
    }

    private void Store(Span<ulong> row, int word)
    {
        var past = ~notPast[word];
        row[2 * word] = past & (~future[word] | holds[word]);
        row[(2 * word) + 1] = past & future[word];
    }

    private Span<ulong> Row(int stateId)
    {
        var chunk = stateId >> ChunkBits;
        if (chunk >= chunks.Length)
        {
            Array.Resize(ref chunks, Math.Max(chunk + 1, 2 * chunks.Length));
        }

        var rows = chunks[chunk] ?? AddChunk(chunk);
        return rows.AsSpan((stateId & (ChunkSize - 1)) * 2 * words, 2 * words);
    }

    private ulong[] AddChunk(int chunk)
    {
        // A refusal raises the signal, which ends the search; until it looks, the chunk is needed all the same.
        _ = stop?.TryReserveMemory((long)ChunkSize * 2 * words * sizeof(ulong));

        // A state of which no path is known yet: everything past, nothing future.
        var rows = GC.AllocateUninitializedArray<ulong>(ChunkSize * 2 * words);
        for (var i = 0; i < rows.Length; i += 2)
        {
            rows[i] = ulong.MaxValue;
            rows[i + 1] = 0;
        }

        chunks[chunk] = rows;
        return rows;
    }
}
