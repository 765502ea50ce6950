using FsCheck;
using FsCheck.Fluent;
using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Tests.Grounding.Instantiation;

public sealed class LiteralSetsTests
{
    private static readonly Arbitrary<int[]> Literals = Gen.Choose(-12, 11).ArrayOf().ToArbitrary();
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(12345, 67891).WithMaxTest(300);

    [Fact]
    public void Normalising_sorts_and_finds_contradictions() => Prop.ForAll(Literals, literals =>
    {
        var copy = (int[])literals.Clone();
        var count = LiteralSets.Normalise(copy);
        var distinct = literals.Distinct().ToHashSet();
        return distinct.Any(literal => distinct.Contains(~literal))
            ? count == -1
            : copy.Take(count).SequenceEqual(distinct.OrderBy(LiteralSets.AtomOf));
    }).Check(Fixed);

    [Fact]
    public void Long_sets_are_sorted_like_short_ones()
    {
        var literals = Enumerable.Range(0, 500).Select(i => i * 7919 % 500).Select(i => i % 3 == 0 ? ~i : i).ToArray();
        Assert.Equal(500, LiteralSets.Normalise(literals));
        Assert.Equal(Enumerable.Range(0, 500), literals.Select(LiteralSets.AtomOf));
    }

    [Fact]
    public void Union_and_subset_agree_with_sets() => Prop.ForAll(Literals, Literals, (left, right) =>
    {
        var (small, large) = (LiteralSets.Union(left, []), LiteralSets.Union(right, []));
        if (small is null || large is null)
        {
            return true;
        }

        var both = LiteralSets.Union(small, large);
        var expected = small.Union(large).ToHashSet();
        return LiteralSets.IsSubset(small, large) == small.All(large.Contains)
            && (both is null ? expected.Any(literal => expected.Contains(~literal)) : expected.SetEquals(both));
    }).Check(Fixed);

    [Fact]
    public void Absorption_keeps_one_of_equals_and_the_weakest()
    {
        List<int[]> disjuncts = [[1, 2], [1], [~3, 4], [1], [~3, 4, 5], [2, 4]];
        LiteralSets.Absorb(disjuncts);
        Assert.Equal(3, disjuncts.Count);
        Assert.Single(disjuncts, disjunct => disjunct.SequenceEqual([1]));
        Assert.Single(disjuncts, disjunct => disjunct.SequenceEqual([~3, 4]));
        Assert.Single(disjuncts, disjunct => disjunct.SequenceEqual([2, 4]));
    }
}
