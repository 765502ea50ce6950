using System.Diagnostics.CodeAnalysis;
using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Search.OpenLists;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Enforced hill-climbing (Hoffmann and Nebel 2001): from each state searches breadth-first for one with a better estimate and goes there for good.
/// Fast where it works, and incomplete: a failure proves nothing, so let another search follow it.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Run disposes of them when it ends.")]
public sealed unsafe class EnforcedHillClimbing : StepwiseSearch
{
    private const int PhaseWord = 0;
    private const int TaskCostWord = 1;

    private readonly TransitionSystem system;
    private readonly HillClimbingOptions options;
    private readonly SearchSpace space;
    private readonly StateRegistry registry;
    private readonly SuccessorBatch batch;
    private readonly BucketQueue<OpenSuccessor> open;
    private readonly StateEvaluator evaluator;
    private readonly StateView parentView;
    private readonly StateView view;
    private readonly int[] searchCosts;
    private readonly int[] taskCosts;
    private readonly List<int> committed = [];
    private int phase;
    private int root;
    private int bestEstimate = int.MaxValue;

    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristic">The estimate to better.</param>
    /// <param name="options">Preferred operators, bound and limits.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public EnforcedHillClimbing(
        TransitionSystem system, Heuristic heuristic, HillClimbingOptions options, StopSignal stop, SearchProgress? progress = null)
        : base(system, options, stop, progress)
    {
        this.system = system;
        this.options = options;
        taskCosts = system.Task.Operators.Costs;
        searchCosts = OperatorCosts.Adjust(system.Task, options.CostType);
        space = new SearchSpace(system, 2, stop);
        registry = space.Registry;
        batch = new SuccessorBatch(system, registry);
        open = new BucketQueue<OpenSuccessor>(stop);
        evaluator = new StateEvaluator([heuristic], options.Preferring, system.Task.Operators.Count);
        parentView = new StateView(system);
        view = new StateView(system);
    }

    private protected override long LowestKey => (long)open.LowestKey;

    private protected override long OpenCount => open.Count;

    private protected override long Bytes => registry.Bytes + open.Bytes;

    private protected override long StatesStored => registry.Count;

    private protected override StepOutcome Start()
    {
        if (!space.TryAddInitial())
        {
            return StepOutcome.Stopped;
        }

        view.Show(registry.Record(0));
        evaluator.NotifyInitialState(view);
        return Visit(0, -1, -1, 0, 0);
    }

    private protected override StepOutcome Step()
    {
        if (open.Count == 0)
        {
            return StepOutcome.Empty;
        }

        var (parent, operatorId) = open.Pop();
        var parentRecord = registry.Record(parent);
        var taskCost = space.Extra(parentRecord)[TaskCostWord] + (long)taskCosts[operatorId];
        if (taskCost >= Math.Min(Bound.Value, int.MaxValue / 2))
        {
            CutByBound = true;
            return StepOutcome.Continue;
        }

        parentView.Show(parentRecord);
        var words = batch.Words(0);
        system.Apply(operatorId, parentView.Words, words);
        var id = registry.FindOrAdd(words, StateHash.Compute(words, system.Packer.StoredWords));
        Statistics.Generated++;
        return id < 0 ? StepOutcome.Stopped : Visit(id, parent, operatorId, space.Node(parentRecord)->G + searchCosts[operatorId], (int)taskCost);
    }

    private protected override void Release()
    {
        space.Dispose();
        open.Dispose();
    }

    // States of earlier phases count as unseen: the way out may lead through them.
    private StepOutcome Visit(int id, int parent, int operatorId, int g, int taskCost)
    {
        var record = registry.Record(id);
        var node = space.Node(record);
        if (node->Status == NodeStatus.DeadEnd || (node->Status == NodeStatus.Closed && space.Extra(record)[PhaseWord] == phase))
        {
            return StepOutcome.Continue;
        }

        view.Show(record);
        if (evaluator.IsPathDependent && parent >= 0)
        {
            evaluator.NotifyTransition(parent, operatorId, id, view);
        }

        node->Set(NodeStatus.Closed, parent, operatorId, g);
        space.Extra(record)[PhaseWord] = phase;
        space.Extra(record)[TaskCostWord] = taskCost;
        Statistics.Evaluated++;
        if (!evaluator.Evaluate(id, view, withPreferred: true))
        {
            node->SetStatus(NodeStatus.DeadEnd);
            Statistics.DeadEnds++;
            CutWithoutProof |= !evaluator.IsProof;
            return StepOutcome.Continue;
        }

        if (system.IsGoal(view.Words) && TryAccept(new FoundPlan([.. committed, .. PathFromRoot(id)], taskCost)))
        {
            return StepOutcome.Found;
        }

        return Advance(id, record);
    }

    private StepOutcome Advance(int id, uint* record)
    {
        if (!MayExpand)
        {
            return StepOutcome.Stopped;
        }

        if (evaluator.Values[0] < bestEstimate)
        {
            NoteEstimate(evaluator.Values[0], space.Extra(record)[TaskCostWord]);
            bestEstimate = evaluator.Values[0];
            Commit(id, record);
        }

        return Expand(id, space.Node(record)->G) ? StepOutcome.Continue : StepOutcome.Stopped;
    }

    // From here on there is no way back, so that running dry proves nothing.
    private void Commit(int id, uint* record)
    {
        CutWithoutProof |= id != 0;
        committed.AddRange(PathFromRoot(id));
        open.Clear();
        phase++;
        root = id;
        space.Node(record)->Set(NodeStatus.Closed, -1, -1, 0);
        space.Extra(record)[PhaseWord] = phase;
    }

    private List<int> PathFromRoot(int id)
    {
        var path = new List<int>();
        while (id != root)
        {
            var node = space.Node(id);
            path.Add(node->Operator);
            id = node->Parent;
        }

        path.Reverse();
        return path;
    }

    private bool Expand(int id, int g)
    {
        Statistics.Expanded++;
        var count = batch.FindOperators(view.Words);
        for (var i = 0; i < count; i++)
        {
            var o = batch.Operators[i];
            var isPreferred = evaluator.Preferred is null || evaluator.Preferred.Contains(o);
            if (!isPreferred && options.PreferredOnly)
            {
                CutWithoutProof = true;
                continue;
            }

            var key = 2 * (ulong)(g + (long)searchCosts[o]);
            if (!open.TryPush(isPreferred ? key : key + 1, new OpenSuccessor(id, o)))
            {
                return false;
            }
        }

        return true;
    }
}
