using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Search.OpenLists;
using Prudence.Planning.States;

namespace Prudence.Planning.Search.Width;

/// <summary>
/// Best-first width search, BFWS(f5) of Lipovetzky and Geffner (AAAI 2017): states are sorted by their novelty given the counters #g and #r,
/// then by #g. #g counts goals (or landmarks) to reach; #r counts facts of a relaxed plan achieved since #g last went down, so that the only
/// relaxed plans made are those of the few states where it did. With pruning this is k-BFWS (ICAPS 2017).
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Run disposes of them when it ends.")]
public sealed unsafe class BestFirstWidthSearch : StepwiseSearch
{
    private const int CounterWord = 0;
    private const int PlanWord = 1;
    private const int AchievedWord = 2;
    private const int MaximumAchievedWords = 8;

    private readonly TransitionSystem system;
    private readonly WidthSearchOptions options;
    private readonly Heuristic counter;
    private readonly SearchSpace space;
    private readonly StateRegistry registry;
    private readonly SuccessorBatch batch;
    private readonly BucketQueue<int> open;
    private readonly NoveltyTable novelty;
    private readonly RelevantFacts relevant;
    private readonly StateView parentView;
    private readonly StateView view;
    private readonly int[] atoms;
    private readonly int[] taskCosts;

    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="counter">#g: a heuristic that counts goals, or landmarks, to reach.</param>
    /// <param name="relaxation">Makes the relaxed plans for #r.</param>
    /// <param name="options">Width, pruning, bound and limits.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public BestFirstWidthSearch(
        TransitionSystem system,
        Heuristic counter,
        FFHeuristic relaxation,
        WidthSearchOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
        : base(system, options, stop, progress)
    {
        this.system = system;
        this.options = options;
        this.counter = counter;
        parentView = new StateView(system);
        view = new StateView(system);
        taskCosts = system.Task.Operators.Costs;
        atoms = new int[system.Task.Variables.Length];
        var pairMemory = Math.Min(options.PairMemoryBytes, (stop.Limits.MemoryBytes ?? long.MaxValue) / 4);
        novelty = new NoveltyTable(system.Task, options.Width, pairMemory, stop);
        relevant = new RelevantFacts(system.Task, relaxation, AchievedWords(system, relaxation));
        space = new SearchSpace(system, AchievedWord + relevant.Words, stop);
        registry = space.Registry;
        batch = new SuccessorBatch(system, registry);
        open = new BucketQueue<int>(stop);
    }

    private protected override long LowestKey => (long)(open.LowestKey & uint.MaxValue);

    private protected override long OpenCount => open.Count;

    private protected override long Bytes => registry.Bytes + open.Bytes + novelty.Bytes + relevant.Bytes;

    private protected override long StatesStored => registry.Count;

    private protected override StepOutcome Start()
    {
        if (!space.TryAddInitial())
        {
            return StepOutcome.Stopped;
        }

        var record = registry.Record(0);
        view.Show(record);
        if (counter.IsPathDependent)
        {
            counter.NotifyInitialState(view.AsState(0));
        }

        space.Node(record)->Set(NodeStatus.Open, -1, -1, 0);
        return Reach(0, record, null) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    private protected override StepOutcome Step()
    {
        if (open.Count == 0)
        {
            return StepOutcome.Empty;
        }

        var id = open.Pop();
        var record = registry.Record(id);
        parentView.Show(record);
        if (system.IsGoal(parentView.Words) && TryAccept(space.ExtractPlan(id)))
        {
            return StepOutcome.Found;
        }

        if (!MayExpand)
        {
            return StepOutcome.Stopped;
        }

        space.Node(record)->SetStatus(NodeStatus.Closed);
        return Expand(id, record) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    private protected override void Release()
    {
        space.Dispose();
        open.Dispose();
    }

    // The initial state's relaxed plan tells how large the sets will be; later ones are mostly smaller.
    private int AchievedWords(TransitionSystem transitions, FFHeuristic relaxation)
    {
        view.Show(transitions.Task.InitialState);
        var facts = 0;
        if (relaxation.Evaluate(view.AsState(-1), null) != Heuristic.DeadEnd)
        {
            foreach (var o in relaxation.RelaxedPlan)
            {
                facts += transitions.Task.Operators.EffectStarts[o + 1] - transitions.Task.Operators.EffectStarts[o];
            }
        }

        return Math.Clamp((facts + 31) / 32, 1, MaximumAchievedWords);
    }

    private bool Expand(int id, uint* record)
    {
        Statistics.Expanded++;
        var words = parentView.Words;
        var g = space.Node(record)->G;
        var count = batch.FindOperators(words);
        for (var from = 0; from < count; from += SuccessorBatch.Size)
        {
            var size = Math.Min(SuccessorBatch.Size, count - from);
            batch.Compute(words, batch.Operators + from, size);
            for (var i = 0; i < size; i++)
            {
                var o = batch.Operators[from + i];
                var cost = g + (long)taskCosts[o];
                if (cost >= Math.Min(Bound.Value, int.MaxValue / 2))
                {
                    CutByBound = true;
                }
                else if (!Follow(id, record, o, i, (int)cost))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Follow(int parent, uint* parentRecord, int operatorId, int index, int cost)
    {
        Statistics.Generated++;
        var known = registry.Count;
        var id = registry.FindOrAdd(batch.Words(index), batch.Hash(index));
        if (id < 0)
        {
            return false;
        }

        var record = registry.Record(id);
        if (id < known && !counter.IsPathDependent)
        {
            return true;
        }

        view.Show(record);
        if (counter.IsPathDependent)
        {
            counter.NotifyTransition(parent, operatorId, view.AsState(id));
        }

        if (id < known)
        {
            return true;
        }

        space.Node(record)->Set(NodeStatus.Open, parent, operatorId, cost);
        return Reach(id, record, parentRecord);
    }

    // The state in view is new: counts, measures its novelty, and puts it on the open list.
    private bool Reach(int id, uint* record, uint* parentRecord)
    {
        Statistics.Evaluated++;
        var extra = space.Extra(record);
        var before = parentRecord == null ? null : space.Extra(parentRecord);
        var count = counter.Evaluate(view.AsState(id), null);
        extra[CounterWord] = count;
        if (count == Heuristic.DeadEnd)
        {
            return Drop(record, counter.DeadEndsAreReliable);
        }

        var achieved = CountAchieved(id, record, before, count);
        if (achieved < 0)
        {
            return Drop(record, isProof: true);
        }

        NoteEstimate(count, space.Node(record)->G);
        var key = ((long)count << 32) | (uint)achieved;
        var sameKey = before != null && before[CounterWord] == count && relevant.Count((uint*)(before + AchievedWord)) == achieved;
        var atomCount = ListAtoms(sameKey ? parentRecord : null, out var fresh);
        var measure = novelty.Add(key, atoms.AsSpan(0, atomCount), fresh);
        if (options.Prunes && measure > options.Width)
        {
            CutWithoutProof = true;
            space.Node(record)->SetStatus(NodeStatus.Closed);
            return true;
        }

        return open.TryPush(((ulong)measure << 32) | (uint)count, id);
    }

    private bool Drop(uint* record, bool isProof)
    {
        Statistics.DeadEnds++;
        CutWithoutProof |= !isProof;
        space.Node(record)->SetStatus(NodeStatus.DeadEnd);
        return true;
    }

    // #r, or -1 if the state turns out dead.
    private int CountAchieved(int id, uint* record, int* before, int count)
    {
        var extra = space.Extra(record);
        if (before == null || count < before[CounterWord])
        {
            extra[PlanWord] = relevant.Plan(view.AsState(id));
            return Math.Min(extra[PlanWord], 0);
        }

        extra[PlanWord] = before[PlanWord];
        NativeMemory.Copy(before + AchievedWord, extra + AchievedWord, (nuint)relevant.Words * sizeof(int));
        return relevant.Advance(extra[PlanWord], space.Node(record)->Operator, view.AsState(id), (uint*)(extra + AchievedWord));
    }

    // The atoms of the state in view, first those that the parent does not have.
    private int ListAtoms(uint* parentRecord, out int fresh)
    {
        var values = view.Values;
        var before = parentRecord == null ? default : parentView.Values;
        var end = atoms.Length;
        fresh = 0;
        for (var variable = 0; variable < values.Length; variable++)
        {
            var atom = novelty.Atom(system.Task.FactOffsets[variable] + values[variable]);
            if (atom < 0)
            {
                continue;
            }

            if (before.IsEmpty || before[variable] != values[variable])
            {
                atoms[fresh++] = atom;
            }
            else
            {
                atoms[--end] = atom;
            }
        }

        var rest = atoms.Length - end;
        atoms.AsSpan(end, rest).CopyTo(atoms.AsSpan(fresh));
        return fresh + rest;
    }
}
