using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>One way to derive the atoms of a rule's head. What it finds is entered only after its search, which walks the same lists.</summary>
internal sealed class RuleAlternative
{
    private readonly FormulaEvaluator evaluator;
    private readonly int[] headSlots;
    private readonly int[] frame;
    private readonly List<int> found = [];
    private readonly Func<bool> note;

    public RuleAlternative(DerivationRule rule, Join join, FormulaEvaluator evaluator)
    {
        this.evaluator = evaluator;
        (Head, Join, headSlots) = (rule.Head, join, rule.Slots);
        frame = new int[rule.FrameSize];
        note = Note;
    }

    public Relation Head { get; }

    public Join Join { get; }

    /// <summary>The rows of all head atoms that follow now. The list is overwritten by the next call.</summary>
    public List<int> All()
    {
        found.Clear();
        evaluator.Enumerate(Join, frame, note);
        return found;
    }

    /// <summary>The rows of the head atoms that follow with the help of one atom.</summary>
    public List<int> From(AtomFormula generator, int row)
    {
        found.Clear();
        evaluator.EnumerateFrom(Join, generator, row, frame, note);
        return found;
    }

    private bool Note()
    {
        Span<int> tuple = stackalloc int[headSlots.Length];
        TermList.Fill(headSlots, tuple, frame);
        var row = Head.FindOrAdd(tuple);
        if (!Head.Holds(row))
        {
            found.Add(row);
        }

        return false;
    }
}
