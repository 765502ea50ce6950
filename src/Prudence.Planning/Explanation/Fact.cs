using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>An atom that holds, or that does not.</summary>
internal readonly record struct Fact(Relation Relation, int Row, bool IsTrue)
{
    public string Text(RelationTable relations)
    {
        var atom = relations.Text(Relation, Row);
        return IsTrue ? atom : $"(not {atom})";
    }
}
