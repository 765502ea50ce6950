using Prudence.Budgeting;
using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Tests.Grounding.Instantiation;

public sealed class EffectSimplifierTests
{
    private const int Atoms = 5;

    [Fact]
    public void Simplified_effects_do_the_same_in_every_state()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var (store, dropped) = (new OperatorStore(stop), 0);
        var simplifier = new EffectSimplifier(store);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var precondition = Literals(random, 3);
            var effects = new EffectList();
            for (var i = random.Next(1, 7); i > 0; i--)
            {
                effects.Add(Literals(random, 1) is [var literal] ? literal : 0, Literals(random, 2));
            }

            var (count, firstEffect) = (store.Count, store.EffectLiterals.Count);
            simplifier.Write(0, 0, precondition, effects, Atoms);
            dropped += effects.Count - (store.EffectLiterals.Count - firstEffect);
            Assert.Equal(store.EffectLiterals.Count > firstEffect, store.Count > count);
            for (var state = 0; state < 1 << Atoms; state++)
            {
                if (Holds(precondition, state))
                {
                    Assert.Equal(AddsWin(effects, state), InOrder(store, firstEffect, state));
                }
            }
        }

        Assert.True(dropped > 3000, $"{dropped}");
    }

    [Theory]
    [InlineData(new[] { 0 }, new[] { 0, 1 }, new[] { 1 })]
    [InlineData(new[] { ~0 }, new[] { ~0, 1 }, new[] { 1 })]
    [InlineData(new[] { 0 }, new[] { ~0, 0 }, new int[0])]
    [InlineData(new[] { 2 }, new[] { 0, ~0, 0 }, new[] { 0 })]
    [InlineData(new[] { 2 }, new[] { 3, ~1, 0, ~2 }, new[] { ~1, ~2, 0, 3 })]
    public void Unconditional_effects(int[] precondition, int[] effects, int[] expected)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var store = new OperatorStore(stop);
        var list = new EffectList();
        foreach (var literal in effects)
        {
            list.Add(literal, []);
        }

        new EffectSimplifier(store).Write(0, 0, precondition, list, Atoms);
        Assert.Equal(expected, store.EffectLiterals.Span.ToArray());
        Assert.Equal(expected.Length > 0 ? 1 : 0, store.Count);
    }

    [Fact]
    public void Conditions_lose_what_the_precondition_says()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var store = new OperatorStore(stop);
        var list = new EffectList();
        list.Add(2, [0, 1]);
        list.Add(3, [~0, 1]);
        new EffectSimplifier(store).Write(0, 0, [0], list, Atoms);
        Assert.Equal([2], store.EffectLiterals.Span.ToArray());
        Assert.Equal([1], store.EffectConditions[0].ToArray());
    }

    [Fact]
    public void Many_effects_are_handled_like_few()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var store = new OperatorStore(stop);
        var list = new EffectList();
        for (var atom = 0; atom < 200; atom++)
        {
            list.Add(~(atom * 37 % 200), [200 + atom]);
            list.Add(atom * 37 % 200, atom % 2 == 0 ? [] : [200 + atom]);
        }

        new EffectSimplifier(store).Write(0, 0, [], list, 400);
        Assert.Equal(200, store.EffectLiterals.Count);
        Assert.DoesNotContain(store.EffectLiterals.Span.ToArray(), literal => literal < 0);
    }

    private static int[] Literals(Random random, int count)
    {
        while (true)
        {
            int[] literals = [.. Enumerable.Range(0, count == 1 ? 1 : random.Next(0, count + 1)).Select(_ => random.Next(2) == 0 ? random.Next(Atoms) : ~random.Next(Atoms))];
            if (LiteralSets.Union(literals, []) is { } sorted)
            {
                return sorted;
            }
        }
    }

    private static bool Holds(ReadOnlySpan<int> literals, int state)
    {
        foreach (var literal in literals)
        {
            if ((state >> LiteralSets.AtomOf(literal) & 1) == (literal < 0 ? 1 : 0))
            {
                return false;
            }
        }

        return true;
    }

    private static int AddsWin(EffectList effects, int state)
    {
        var (adds, deletes) = (0, 0);
        for (var i = 0; i < effects.Count; i++)
        {
            if (Holds(effects.Conditions[i], state))
            {
                _ = effects.Literals[i] < 0 ? deletes |= 1 << ~effects.Literals[i] : adds |= 1 << effects.Literals[i];
            }
        }

        return (state & ~deletes) | adds;
    }

    private static int InOrder(OperatorStore store, int firstEffect, int state)
    {
        var successor = state;
        for (var i = firstEffect; i < store.EffectLiterals.Count; i++)
        {
            if (Holds(store.EffectConditions[i], state))
            {
                var literal = store.EffectLiterals[i];
                successor = literal < 0 ? successor & ~(1 << ~literal) : successor | (1 << literal);
            }
        }

        return successor;
    }
}
