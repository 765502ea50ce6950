using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

/// <summary>Draws small tasks that brute force can judge.</summary>
internal static class RandomTask
{
    /// <summary>Draws a task with at most 12 facts over variables that operators change.</summary>
    public static PlanningTask Draw(int seed, bool withConditions = false, int derivedCount = 0, int largestCost = 3)
    {
        var random = new Random(seed);
        var sizes = new List<int>();
        for (var facts = 0; facts < 9;)
        {
            sizes.Add(random.Next(2, 4));
            facts += sizes[^1];
        }

        var basic = sizes.Count;
        sizes.AddRange(Enumerable.Repeat(2, derivedCount));
        var draft = new TaskDraft([.. sizes]);
        (int, int) Fact(int variable) => (variable, random.Next(sizes[variable]));
        (int, int)[] Facts(int count, int variables) => [.. Choose(random, variables, count).Select(Fact)];
        for (var o = random.Next(5, 14); o > 0; o--)
        {
            var effects = Facts(random.Next(1, 4), basic)
                .Select(fact => (withConditions && random.Next(2) == 0 ? Facts(random.Next(1, 3), sizes.Count) : [], fact));
            draft.Operator($"o{o}", random.Next(largestCost + 1), Facts(random.Next(0, 4), sizes.Count), [.. effects]);
        }

        for (var v = basic; v < sizes.Count; v++)
        {
            AddRules(random, draft, v, (v - basic) / 2, basic, sizes, Fact);
        }

        for (var v = 0; v < basic; v++)
        {
            draft.Initially(v, random.Next(sizes[v]));
        }

        return draft.Goal(Facts(random.Next(1, 4), sizes.Count)).Build();
    }

    /// <summary>Two derived variables share a layer and may support each other; only lower layers may be negated.</summary>
    private static void AddRules(
        Random random, TaskDraft draft, int variable, int layer, int basic, List<int> sizes, Func<int, (int, int)> fact)
    {
        draft.Derived(variable, layer);
        for (var r = random.Next(0, 4); r > 0; r--)
        {
            var body = Choose(random, Math.Min(basic + (2 * layer) + 2, sizes.Count), random.Next(1, 4))
                .Select(v => v >= basic + (2 * layer) ? (v, 1) : fact(v))
                .Where(f => f != (variable, 1));
            draft.Rule((variable, 1), [.. body]);
        }
    }

    private static int[] Choose(Random random, int variables, int count)
    {
        var all = Enumerable.Range(0, variables).ToArray();
        random.Shuffle(all);
        return all[..Math.Min(count, variables)];
    }
}
