using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>
/// A delete-free task with one goal fact, laid out for LM-cut. Facts below <see cref="Goal"/> are the relevant ones of the task; then follow
/// the artificial goal, the fact that always holds (<see cref="Truth"/>), and one that stands for all that do not matter.
/// </summary>
internal sealed class CutTask
{
    /// <summary>The number of each fact of the task.</summary>
    public required PinnedArray<int> FactNumbers { get; init; }

    /// <summary>The artificial goal.</summary>
    public required int Goal { get; init; }

    /// <summary>The fact that always holds: the precondition of operators without preconditions.</summary>
    public int Truth => Goal + 1;

    /// <summary>The number of facts with the artificial ones.</summary>
    public int FactCount => Goal + 3;

    /// <summary>The distinct sets of preconditions.</summary>
    public required ConjunctionTable Conjunctions { get; init; }

    /// <summary>Where the operators of each conjunction begin; one more entry than there are conjunctions.</summary>
    public required PinnedArray<int> OperatorStarts { get; init; }

    /// <summary>The operators, conjunction after conjunction, with their full costs; the last entry is only an end.</summary>
    public required PinnedArray<CutOperator> Operators { get; init; }

    /// <summary>The effects of the operators.</summary>
    public required PinnedArray<int> Effects { get; init; }

    /// <summary>Where the operators that achieve each fact begin.</summary>
    public required PinnedArray<int> AchieverStarts { get; init; }

    /// <summary>The operators that achieve each fact.</summary>
    public required PinnedArray<int> Achievers { get; init; }

    /// <summary>The operators of each group that shares one cost.</summary>
    public required IntLists Groups { get; init; }

    /// <summary>The number of operators.</summary>
    public int OperatorCount => Operators.Length - 1;
}
