using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>A rule that derives a predicate.</summary>
internal sealed class DerivationRule
{
    public DerivationRule(DerivedPredicate source, RelationTable relations)
    {
        Head = relations.Relation(source.Predicate, source.Parameters.Length);
        var scope = new Scope(relations);
        Slots = scope.Open(source.Parameters);
        Body = new FormulaCompiler(relations, scope).Compile(source.Condition);
        Ranges = scope.Ranges(source.Parameters);
        Alternatives = RuleAlternatives.Split(Slots, Ranges, Body);
        FrameSize = scope.FrameSize;
    }

    public Relation Head { get; }

    /// <summary>The slots of the head's arguments.</summary>
    public int[] Slots { get; }

    public ObjectSet[] Ranges { get; }

    public Formula Body { get; }

    /// <summary>Joins, of which each derives the head.</summary>
    public IReadOnlyList<Join> Alternatives { get; }

    public int FrameSize { get; }
}
