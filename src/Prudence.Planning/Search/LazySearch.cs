using System.Diagnostics.CodeAnalysis;
using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Search.OpenLists;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Best-first search that evaluates a state only when it is expanded: an open entry is a state and an operator, sorted by the estimate of that state
/// (deferred evaluation, Helmert 2006, section 5.3; Richter and Helmert 2009). Much cheaper per successor than eager search, and much better with
/// preferred operators.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Run disposes of them when it ends.")]
public abstract unsafe class LazySearch : StepwiseSearch
{
    private readonly TransitionSystem system;
    private readonly BestFirstOptions options;
    private readonly SearchSpace space;
    private readonly StateRegistry registry;
    private readonly SuccessorBatch batch;
    private readonly AlternationQueue<OpenSuccessor> open;
    private readonly StateEvaluator evaluator;
    private readonly StateView parentView;
    private readonly StateView view;
    private readonly int[] searchCosts;
    private readonly int[] taskCosts;
    private readonly bool tracksTaskCost;
    private readonly int[] bestSeen;

    private protected LazySearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        StopSignal stop,
        SearchProgress? progress)
        : base(system, options, stop, progress)
    {
        this.system = system;
        this.options = options;
        tracksTaskCost = options.CostType != OperatorCostType.Normal;
        taskCosts = system.Task.Operators.Costs;
        searchCosts = OperatorCosts.Adjust(system.Task, options.CostType);
        space = new SearchSpace(system, tracksTaskCost ? 1 : 0, stop);
        registry = space.Registry;
        batch = new SuccessorBatch(system, registry);
        open = new AlternationQueue<OpenSuccessor>(heuristics.Count, options.Preferring.Count > 0, stop);
        evaluator = new StateEvaluator(heuristics, options.Preferring, system.Task.Operators.Count);
        parentView = new StateView(system);
        view = new StateView(system);
        bestSeen = new int[heuristics.Count];
        Array.Fill(bestSeen, int.MaxValue);
    }

    private protected sealed override long LowestKey => (long)open.LowestKey;

    private protected sealed override long OpenCount => open.Count;

    private protected sealed override long Bytes => registry.Bytes + open.Bytes;

    private protected sealed override long StatesStored => registry.Count;

    private protected sealed override bool FindsCheapestPaths => options.ReopenClosed && !tracksTaskCost;

    private protected sealed override StepOutcome Start()
    {
        if (!space.TryAddInitial())
        {
            return StepOutcome.Stopped;
        }

        view.Show(registry.Record(0));
        evaluator.NotifyInitialState(view);
        return Consider(0, registry.Record(0), new Arrival(-1, -1, 0, 0));
    }

    private protected sealed override StepOutcome Step()
    {
        if (!open.TryPop(out var entry))
        {
            return StepOutcome.Empty;
        }

        var parentRecord = registry.Record(entry.Parent);
        var arrival = new Arrival(
            entry.Parent,
            entry.Operator,
            space.Node(parentRecord)->G + searchCosts[entry.Operator],
            TaskG(parentRecord) + (long)taskCosts[entry.Operator]);
        if (IsBeyondBound(arrival.TaskG))
        {
            return StepOutcome.Continue;
        }

        parentView.Show(parentRecord);
        var words = batch.Words(0);
        system.Apply(entry.Operator, parentView.Words, words);
        var id = registry.FindOrAdd(words, StateHash.Compute(words, system.Packer.StoredWords));
        return id < 0 ? StepOutcome.Stopped : Consider(id, registry.Record(id), arrival);
    }

    private protected sealed override void Release()
    {
        space.Dispose();
        open.Dispose();
    }

    // A state that was reached by some path: new, or known by a dearer one, or of no interest.
    private StepOutcome Consider(int id, uint* record, Arrival arrival)
    {
        var node = space.Node(record);
        var isNew = node->Status == NodeStatus.New;
        if (!isNew && !(options.ReopenClosed && node->Status == NodeStatus.Closed && arrival.G < node->G))
        {
            return StepOutcome.Continue;
        }

        view.Show(record);
        if (evaluator.IsPathDependent && arrival.Parent >= 0)
        {
            evaluator.NotifyTransition(arrival.Parent, arrival.Operator, id, view);
        }

        Statistics.Evaluated++;
        node->Set(NodeStatus.Closed, arrival.Parent, arrival.Operator, arrival.G);
        if (tracksTaskCost)
        {
            space.Extra(record)[0] = (int)arrival.TaskG;
        }

        if (!evaluator.Evaluate(id, view, withPreferred: true))
        {
            node->SetStatus(NodeStatus.DeadEnd);
            Statistics.DeadEnds++;
            CutWithoutProof |= !evaluator.IsProof;
            return StepOutcome.Continue;
        }

        Statistics.Reopened += isNew ? 0 : 1;
        if (system.IsGoal(view.Words) && TryAccept(space.ExtractPlan(id)))
        {
            return StepOutcome.Found;
        }

        if (!MayExpand)
        {
            return StepOutcome.Stopped;
        }

        NoteProgress(arrival.G);
        return Expand(id, arrival.G, TaskG(record)) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    private void NoteProgress(int g)
    {
        var progress = false;
        for (var i = 0; i < bestSeen.Length; i++)
        {
            if (evaluator.Values[i] < bestSeen[i])
            {
                bestSeen[i] = evaluator.Values[i];
                progress = true;
            }
        }

        if (progress)
        {
            NoteEstimate(evaluator.Values[0], g);
            open.BoostPreferred(options.Boost);
        }
    }

    private bool Expand(int id, int g, int taskG)
    {
        Statistics.Expanded++;
        var count = batch.FindOperators(view.Words);
        var preferred = evaluator.Preferred;
        if (options.PreferredFirst && preferred is not null)
        {
            foreach (var o in preferred.Items)
            {
                if (!TryPush(id, o, g, taskG, isPreferred: true))
                {
                    return false;
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            var o = batch.Operators[i];
            var isPreferred = preferred is not null && preferred.Contains(o);
            if (!(isPreferred && options.PreferredFirst) && !TryPush(id, o, g, taskG, isPreferred))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPush(int id, int operatorId, int g, int taskG, bool isPreferred)
    {
        if (IsBeyondBound((long)taskG + taskCosts[operatorId]))
        {
            return true;
        }

        Statistics.Generated++;
        var pathKey = ((long)g + searchCosts[operatorId]) * options.PathWeight;
        for (var i = 0; i < bestSeen.Length; i++)
        {
            var estimate = evaluator.Values[i];
            if (estimate != Heuristic.DeadEnd)
            {
                var key = (ulong)(pathKey + ((long)estimate * options.HeuristicWeight));
                if (!open.TryPush(i, isPreferred, key, new OpenSuccessor(id, operatorId)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Path costs that no longer fit are treated like those beyond the bound.
    private bool IsBeyondBound(long taskG)
    {
        var isBeyond = taskG >= Math.Min(Bound.Value, int.MaxValue / 2);
        CutByBound |= isBeyond;
        return isBeyond;
    }

    private int TaskG(uint* record) => tracksTaskCost ? space.Extra(record)[0] : space.Node(record)->G;

    private readonly record struct Arrival(int Parent, int Operator, int G, long TaskG);
}
