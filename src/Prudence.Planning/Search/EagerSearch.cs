using System.Diagnostics.CodeAnalysis;
using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Search.OpenLists;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Best-first search that evaluates each state when it is generated. A*, weighted A*, greedy, uniform-cost and breadth-first search are this
/// with different weights. Of equally good states the one generated first is expanded first.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Run disposes of them when it ends.")]
public abstract unsafe class EagerSearch : StepwiseSearch
{
    private readonly TransitionSystem system;
    private readonly BestFirstOptions options;
    private readonly SearchSpace space;
    private readonly StateRegistry registry;
    private readonly SuccessorBatch batch;
    private readonly AlternationQueue<int> open;
    private readonly StateEvaluator evaluator;
    private readonly StateView parentView;
    private readonly StateView childView;
    private readonly int[] searchCosts;
    private readonly int[] taskCosts;
    private readonly int heuristicCount;
    private readonly int blindEstimate;
    private readonly bool tracksTaskCost;
    private readonly bool breakTies;
    private readonly bool admissible;
    private readonly int[] bestSeen;

    private protected EagerSearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        bool breakTies,
        StopSignal stop,
        SearchProgress? progress)
        : base(system, options, stop, progress)
    {
        this.system = system;
        this.options = options;
        this.breakTies = breakTies;
        heuristicCount = heuristics.Count;
        blindEstimate = heuristics is [BlindHeuristic blind] && options.Preferring.Count == 0 ? blind.CheapestOperator : -1;
        admissible = heuristicCount > 0 && heuristics.All(static heuristic => heuristic.IsAdmissible) && options.CostType == OperatorCostType.Normal;
        tracksTaskCost = options.CostType != OperatorCostType.Normal;
        taskCosts = system.Task.Operators.Costs;
        searchCosts = OperatorCosts.Adjust(system.Task, options.CostType);
        space = new SearchSpace(system, EstimateWords + (tracksTaskCost ? 1 : 0), stop);
        registry = space.Registry;
        batch = new SuccessorBatch(system, registry);
        open = new AlternationQueue<int>(Math.Max(1, heuristicCount), options.Preferring.Count > 0, stop);
        evaluator = new StateEvaluator(heuristics, options.Preferring, system.Task.Operators.Count);
        parentView = new StateView(system);
        childView = new StateView(system);
        bestSeen = new int[Math.Max(1, heuristicCount)];
        Array.Fill(bestSeen, int.MaxValue);
    }

    private protected sealed override long LowestKey => (long)(open.LowestKey >> 32);

    private protected sealed override long OpenCount => open.Count;

    private protected sealed override long Bytes => registry.Bytes + open.Bytes;

    private protected sealed override long StatesStored => registry.Count;

    private protected sealed override bool FindsCheapestPaths => options.ReopenClosed && !tracksTaskCost;

    private protected sealed override bool FindsCheapestPlanFirst =>
        options.ReopenClosed && options.PathWeight == 1 && !tracksTaskCost
        && (heuristicCount == 0 || (heuristicCount == 1 && admissible && options.HeuristicWeight <= 1));

    // A blind estimate is cheaper to find again than to store, unless that takes axioms.
    private int EstimateWords => IsBlind && system.IsGoalStored ? 0 : heuristicCount;

    private bool IsBlind => blindEstimate >= 0;

    private protected sealed override StepOutcome Start()
    {
        if (!space.TryAddInitial())
        {
            return StepOutcome.Stopped;
        }

        var record = registry.Record(0);
        parentView.Show(record);
        childView.Show(record);
        evaluator.NotifyInitialState(childView);
        space.Node(record)->Set(NodeStatus.Open, -1, -1, 0);
        return !Evaluate(0, record) ? StepOutcome.Empty : Push(0, record, preferred: false) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    private protected sealed override StepOutcome Step()
    {
        if (!open.TryPop(out var id))
        {
            return StepOutcome.Empty;
        }

        if (open.TryPeekBehind(out var following))
        {
            registry.PrefetchRecord(following);
        }

        var record = registry.Record(id);
        var node = space.Node(record);
        if (node->Status != NodeStatus.Open)
        {
            return StepOutcome.Continue;
        }

        parentView.Show(record);
        if (evaluator.IsPathDependent && EstimateRose(id, record))
        {
            return Stop.IsRaised ? StepOutcome.Stopped : StepOutcome.Continue;
        }

        if (system.IsGoal(parentView.Words) && TryAccept(space.ExtractPlan(id)))
        {
            return StepOutcome.Found;
        }

        if (!MayExpand)
        {
            return StepOutcome.Stopped;
        }

        node->SetStatus(NodeStatus.Closed);
        return Expand(id, record) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    private protected sealed override void Release()
    {
        space.Dispose();
        open.Dispose();
    }

    private bool Expand(int id, uint* record)
    {
        Statistics.Expanded++;
        if (evaluator.Preferred is not null)
        {
            evaluator.Evaluate(id, parentView, withPreferred: true);
        }

        var words = parentView.Words;
        var operators = batch.Operators;
        var count = DropByBound(operators, batch.FindOperators(words), TaskG(record));
        Statistics.Generated += count;
        for (var from = 0; from < count; from += SuccessorBatch.Size)
        {
            var size = Math.Min(SuccessorBatch.Size, count - from);
            batch.Compute(words, operators + from, size);
            for (var i = 0; i < size; i++)
            {
                if (!Relax(id, record, operators[from + i], i))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Relax(int parent, uint* parentRecord, int operatorId, int index)
    {
        var known = registry.Count;
        var id = registry.FindOrAdd(batch.Words(index), batch.Hash(index));
        if (id < 0)
        {
            return false;
        }

        var record = registry.Record(id);
        if (evaluator.IsPathDependent)
        {
            childView.Show(record);
            evaluator.NotifyTransition(parent, operatorId, id, childView);
        }

        var g = space.Node(parentRecord)->G + searchCosts[operatorId];
        var node = space.Node(record);
        if (id == known)
        {
            Reach(record, NodeStatus.Open, parent, operatorId, g, parentRecord);
            return !Evaluate(id, record) || Push(id, record, IsPreferred(operatorId));
        }

        return g >= node->G || node->Status == NodeStatus.DeadEnd || Improve(id, record, parent, operatorId, g, parentRecord);
    }

    // A cheaper path to a known state. Without reopening only the path is noted.
    private bool Improve(int id, uint* record, int parent, int operatorId, int g, uint* parentRecord)
    {
        var wasClosed = space.Node(record)->Status == NodeStatus.Closed;
        if (wasClosed && !options.ReopenClosed)
        {
            Reach(record, NodeStatus.Closed, parent, operatorId, g, parentRecord);
            return true;
        }

        Statistics.Reopened += wasClosed ? 1 : 0;
        Reach(record, NodeStatus.Open, parent, operatorId, g, parentRecord);
        return Push(id, record, IsPreferred(operatorId));
    }

    private void Reach(uint* record, NodeStatus status, int parent, int operatorId, int g, uint* parentRecord)
    {
        space.Node(record)->Set(status, parent, operatorId, g);
        if (tracksTaskCost)
        {
            TaskG(record) = TaskG(parentRecord) + taskCosts[operatorId];
        }
    }

    // Fills in the estimates of a state just reached. False if it is a dead end.
    private bool Evaluate(int id, uint* record)
    {
        Statistics.Evaluated++;
        if (IsBlind || heuristicCount == 0)
        {
            EvaluateBlind(record);
            return true;
        }

        childView.Show(record);
        if (!evaluator.Evaluate(id, childView, withPreferred: false))
        {
            space.Node(record)->SetStatus(NodeStatus.DeadEnd);
            Statistics.DeadEnds++;
            CutWithoutProof |= !evaluator.IsProof;
            return false;
        }

        StoreEstimates(record);
        return true;
    }

    private void EvaluateBlind(uint* record)
    {
        if (EstimateWords > 0)
        {
            childView.Show(record);
            *space.Extra(record) = system.IsGoal(childView.Words) ? 0 : blindEstimate;
        }

        NoteEstimate(Estimate(record, 0), space.Node(record)->G);
    }

    private void StoreEstimates(uint* record)
    {
        var progress = false;
        for (var i = 0; i < heuristicCount; i++)
        {
            var estimate = evaluator.Values[i];
            space.Extra(record)[i] = estimate;
            if (estimate < bestSeen[i])
            {
                bestSeen[i] = estimate;
                progress = true;
            }
        }

        if (progress)
        {
            NoteEstimate(evaluator.Values[0], space.Node(record)->G);
            open.BoostPreferred(options.Boost);
        }
    }

    private int Estimate(uint* record, int heuristic)
    {
        if (heuristicCount == 0)
        {
            return 0;
        }

        return EstimateWords > 0 ? space.Extra(record)[heuristic] : system.IsGoal(record) ? 0 : blindEstimate;
    }

    private bool Push(int id, uint* record, bool preferred)
    {
        for (var i = 0; i < bestSeen.Length; i++)
        {
            var estimate = Estimate(record, i);
            if (estimate == Heuristic.DeadEnd)
            {
                continue;
            }

            if (admissible && TaskG(record) + (long)estimate >= Bound.Value)
            {
                CutByBound = true;
                continue;
            }

            if (!open.TryPush(i, preferred, Key(space.Node(record)->G, estimate), id))
            {
                return false;
            }
        }

        return true;
    }

    private ulong Key(int g, int estimate)
    {
        var sum = ((long)g * options.PathWeight) + ((long)estimate * options.HeuristicWeight);
        return ((ulong)Math.Min(sum, uint.MaxValue) << 32) | (breakTies ? (uint)estimate : 0);
    }

    // Paths found since the state was pushed may have told the heuristic more.
    private bool EstimateRose(int id, uint* record)
    {
        var before = space.Extra(record)[0];
        if (!Evaluate(id, record))
        {
            return true;
        }

        return space.Extra(record)[0] > before && Push(id, record, preferred: false);
    }

    private bool IsPreferred(int operatorId) => evaluator.Preferred is { } preferred && preferred.Contains(operatorId);

    private ref int TaskG(uint* record) =>
        ref tracksTaskCost ? ref space.Extra(record)[EstimateWords] : ref space.Node(record)->G;

    // Path costs that no longer fit are treated like those beyond the bound.
    private int DropByBound(int* operators, int count, int g)
    {
        var bound = Math.Min(Bound.Value, int.MaxValue / 2);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            operators[kept] = operators[i];
            kept += (long)g + taskCosts[operators[i]] < bound ? 1 : 0;
        }

        CutByBound |= kept < count;
        return kept;
    }
}
