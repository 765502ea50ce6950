using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Grounding.Encoding;

/// <summary>Small propositional tasks with conditional effects, negative conditions and, if asked for, stratified rules.</summary>
internal static class RandomTasks
{
    public static PropositionalTask Create(int seed, int atomCount, int operatorCount, int derivedCount)
    {
        var random = new Random(seed);
        var total = atomCount + derivedCount;
        var starts = new List<int> { 0 };
        var effects = new List<int>();
        var conditions = new List<int[]>();
        var preconditions = new List<int[]>();
        for (var o = 0; o < operatorCount; o++)
        {
            preconditions.Add(Literals(random, total, random.Next(4), 0.7));
            for (var e = random.Next(1, 5); e > 0; e--)
            {
                var atom = random.Next(atomCount);
                effects.Add(random.Next(2) == 0 ? atom : ~atom);
                conditions.Add(random.Next(3) == 0 ? Literals(random, total, random.Next(1, 3), 0.6) : []);
            }

            starts.Add(effects.Count);
        }

        var heads = new List<int>();
        var bodies = new List<int[]>();
        for (var d = atomCount; d < total; d++)
        {
            for (var r = random.Next(1, 4); r > 0; r--)
            {
                heads.Add(d);
                bodies.Add(Body(random, atomCount, total, d));
            }
        }

        return Build(random, atomCount, derivedCount, preconditions, starts, effects, conditions, heads, bodies);
    }

    public static PropositionalTask Build(
        Random random, int atomCount, int derivedCount, List<int[]> preconditions, List<int> starts, List<int> effects, List<int[]> conditions,
        List<int> heads, List<int[]> bodies)
    {
        var total = atomCount + derivedCount;
        return new PropositionalTask
        {
            Lifted = Lifted(atomCount, derivedCount, preconditions.Count),
            AtomPredicates = [.. Enumerable.Range(0, total)],
            AtomArguments = IntLists.From([.. Enumerable.Repeat<int[]>([], total)]),
            Initial = [.. Enumerable.Range(0, total).Select(a => a < atomCount && random.Next(3) == 0)],
            Goal = Literals(random, total, random.Next(1, 5), 0.7),
            IsTriviallyUnsolvable = false,
            OperatorSchemas = [.. Enumerable.Range(0, preconditions.Count)],
            OperatorArguments = IntLists.From([.. Enumerable.Repeat<int[]>([], preconditions.Count)]),
            OperatorCosts = [.. Enumerable.Repeat(1, preconditions.Count)],
            Preconditions = IntLists.From(preconditions),
            EffectStarts = [.. starts],
            EffectLiterals = [.. effects],
            EffectConditions = IntLists.From(conditions),
            RuleHeads = [.. heads],
            RuleBodies = IntLists.From(bodies),
        };
    }

    private static LiftedTask Lifted(int atomCount, int derivedCount, int operatorCount) => new()
    {
        ObjectNames = [],
        ObjectsByType = [],
        Predicates =
        [
            .. Enumerable.Range(0, atomCount).Select(i => new LiftedPredicate($"p{i}", 0, IsDerived: false, IsStatic: false)),
            .. Enumerable.Range(0, derivedCount).Select(i => new LiftedPredicate($"d{i}", 0, IsDerived: true, IsStatic: false)),
        ],
        Actions =
        [
            .. Enumerable.Range(0, operatorCount).Select(i => new LiftedAction
            {
                Name = $"o{i}", ParameterTypes = [], Precondition = LiftedAnd.True, Effects = [], Cost = null,
            }),
        ],
        Axioms = [],
        InitialAtoms = [],
        Goal = LiftedAnd.True,
        HasMetric = false,
    };

    private static int[] Literals(Random random, int atomCount, int count, double positive)
    {
        var atoms = new HashSet<int>();
        while (atoms.Count < Math.Min(count, atomCount))
        {
            atoms.Add(random.Next(atomCount));
        }

        return [.. atoms.Select(atom => random.NextDouble() < positive ? atom : ~atom)];
    }

    /// <summary>A body that keeps to strata of two derived atoms each: none above the head's, and negation only below.</summary>
    private static int[] Body(Random random, int atomCount, int total, int head)
    {
        var body = Literals(random, total, random.Next(1, 4), 0.7);
        var stratum = (head - atomCount) / 2;
        for (var i = 0; i < body.Length; i++)
        {
            var atom = body[i] >= 0 ? body[i] : ~body[i];
            if (atom >= atomCount && (atom - atomCount) / 2 > stratum)
            {
                body[i] = random.Next(atomCount);
            }
            else if (atom >= atomCount && (atom - atomCount) / 2 == stratum)
            {
                body[i] = atom;
            }
        }

        return body;
    }
}
