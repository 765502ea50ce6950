using Prudence.Budgeting;
using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Tests.Grounding.Instantiation;

public sealed class DisjunctExpansionTests
{
    private const int Atoms = 8;

    [Fact]
    public void Expansion_means_the_same_as_the_condition()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var condition = Conjunction(random, 3);
            var rules = new RuleStore(Atoms, stop);
            var expansion = new DisjunctExpansion(rules);
            var (disjuncts, wide, literals) = (expansion.Expand(condition, isForRules: false), expansion.Expand(condition, isForRules: true), expansion.ToLiterals(condition));
            Assert.InRange(disjuncts.Count, 0, 64);
            for (var state = 0; state < 1 << Atoms; state++)
            {
                var expected = Holds(condition, state);
                Assert.Equal(expected, disjuncts.Exists(disjunct => Holds(disjunct, state, rules)));
                Assert.Equal(expected, wide.Exists(disjunct => Holds(disjunct, state, rules)));
                Assert.Equal(expected, literals is not null && Holds(literals, state, rules));
            }
        }
    }

    [Fact]
    public void Wide_products_become_atoms_with_rules()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var rules = new RuleStore(100, stop);
        var expansion = new DisjunctExpansion(rules);
        var condition = new GroundConjunction();
        for (var i = 0; i < 10; i++)
        {
            Assert.True(condition.Conjoin([Literal(2 * i), Literal((2 * i) + 1)]));
        }

        // Six pairs are multiplied out, four are replaced.
        var disjuncts = expansion.Expand(condition, isForRules: false);
        Assert.Equal(64, disjuncts.Count);
        Assert.Equal(4, rules.MadeUpAtoms);
        Assert.Equal(8, rules.Heads.Count);
        Assert.All(disjuncts, disjunct => Assert.Equal(10, disjunct.Length));

        // The same disjunction gives the same atom.
        expansion.Expand(condition, isForRules: false);
        Assert.Equal(4, rules.MadeUpAtoms);
    }

    [Fact]
    public void Single_wide_disjunction_stays_as_it_is_for_rules_only()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var rules = new RuleStore(1000, stop);
        var expansion = new DisjunctExpansion(rules);
        var condition = new GroundConjunction();
        condition.Conjoin([.. Enumerable.Range(0, 200).Select(Literal)]);
        Assert.Equal(200, expansion.Expand(condition, isForRules: true).Count);
        Assert.Equal(0, rules.MadeUpAtoms);
        Assert.Equal([1000], Assert.Single(expansion.Expand(condition, isForRules: false)));
        Assert.Equal(200, rules.Heads.Count);
    }

    private static GroundConjunction Literal(int literal)
    {
        var conjunction = new GroundConjunction();
        conjunction.Literals.Add(literal);
        return conjunction;
    }

    private static GroundConjunction Conjunction(Random random, int depth)
    {
        var conjunction = new GroundConjunction();
        for (var i = random.Next(0, 3); i > 0; i--)
        {
            var atom = random.Next(Atoms);
            conjunction.Literals.Add(random.Next(2) == 0 ? atom : ~atom);
        }

        for (var i = depth == 0 ? 0 : random.Next(0, 4); i > 0; i--)
        {
            var disjuncts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Conjunction(random, depth - 1)).Where(part => !part.IsTrue).ToList();
            if (disjuncts.Count > 0)
            {
                conjunction.Conjoin(disjuncts);
            }
        }

        return conjunction;
    }

    private static bool Holds(GroundConjunction condition, int state) =>
        condition.Literals.Span.ToArray().All(literal => Holds(literal, state))
        && condition.Disjunctions.TrueForAll(disjuncts => disjuncts.Exists(disjunct => Holds(disjunct, state)));

    private static bool Holds(int literal, int state) => (state >> LiteralSets.AtomOf(literal) & 1) != (literal < 0 ? 1 : 0);

    private static bool Holds(int[] literals, int state, RuleStore rules) => literals.All(literal => literal < Atoms
        ? Holds(literal, state)
        : Enumerable.Range(0, rules.Heads.Count).Any(rule => rules.Heads[rule] == literal && Holds(rules.Bodies[rule].ToArray(), state, rules)));
}
