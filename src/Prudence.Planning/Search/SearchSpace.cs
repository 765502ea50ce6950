using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>The states a search has seen with a <see cref="SearchNode"/> each, and further words where the search wants them.</summary>
internal sealed unsafe class SearchSpace : IDisposable
{
    private readonly TransitionSystem system;
    private readonly int storedWords;

    /// <summary>An empty space.</summary>
    /// <param name="system">The transition system.</param>
    /// <param name="extraWords">Further words per state.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public SearchSpace(TransitionSystem system, int extraWords, StopSignal stop)
    {
        this.system = system;
        storedWords = system.Packer.StoredWords;
        Registry = new StateRegistry(storedWords, SearchNode.Words + extraWords, stop);
    }

    /// <summary>The states.</summary>
    public StateRegistry Registry { get; }

    /// <summary>The node of a state's record.</summary>
    public SearchNode* Node(uint* record) => (SearchNode*)(record + storedWords);

    /// <summary>The node of a state.</summary>
    public SearchNode* Node(int id) => Node(Registry.Record(id));

    /// <summary>The further words of a state's record.</summary>
    public int* Extra(uint* record) => (int*)(record + storedWords + SearchNode.Words);

    /// <summary>Stores the initial state; its id is 0. False if memory is refused.</summary>
    public bool TryAddInitial()
    {
        var words = stackalloc uint[system.Packer.TotalWords];
        system.Packer.Pack(system.Task.InitialState, words);
        return Registry.FindOrAdd(words, StateHash.Compute(words, storedWords)) == 0;
    }

    /// <summary>The path by which a state was reached.</summary>
    public FoundPlan ExtractPlan(int id)
    {
        var operators = new List<int>();
        var cost = 0L;
        for (var node = Node(id); node->Operator >= 0; node = Node(node->Parent))
        {
            operators.Add(node->Operator);
            cost += system.Task.Operators.Costs[node->Operator];
        }

        operators.Reverse();
        return new FoundPlan([.. operators], cost);
    }

    /// <inheritdoc/>
    public void Dispose() => Registry.Dispose();
}
