using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Tests.Grounding.Reachability;

public sealed class JoinTests
{
    private const int Objects = 5;

    /// <summary>Semi-naive evaluation must find each solution from exactly one of the tuples that take part in it, whatever their order.</summary>
    [Fact]
    public void Every_solution_of_a_random_rule_is_found_exactly_once()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var relations = Relations(random);
            var builder = Rule(random, relations, headVariables: 4, out var brute);
            var found = new List<string>();
            if (builder.Build() is { } rule)
            {
                Evaluate([rule], relations, found);
            }

            Assert.Equal(brute.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Projected variables may be found several times but must not change the set of answers.</summary>
    [Fact]
    public void Eliminating_variables_keeps_the_answers()
    {
        var splits = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var relations = Relations(random);
            var builder = Rule(random, relations, headVariables: random.Next(0, 3), out var brute);
            var rules = new List<JoinRule>();
            builder.BuildInto(rules, stop: null);
            splits += Math.Max(0, rules.Count - 1);
            var found = new List<string>();
            Evaluate(rules, relations, found);
            Assert.Equal(brute.Distinct().Order(StringComparer.Ordinal), found.Distinct().Order(StringComparer.Ordinal));
        }

        Assert.True(splits > 100, $"{splits}");
    }

    [Fact]
    public void Long_chain_costs_the_sum_of_its_joins()
    {
        // Ten steps through a complete graph of 30 nodes: 30^11 paths, but no more than 30^2 pairs to each step.
        const int Nodes = 30;
        const int Steps = 10;
        var edge = new Relation(2, isStatic: false, isSet: true, Nodes);
        var everything = new ObjectSet([.. Enumerable.Range(0, Nodes)], Nodes);
        var builder = new JoinRuleBuilder([.. Enumerable.Repeat(everything, Steps + 1)], Nodes);
        for (var i = 0; i < Steps; i++)
        {
            builder.AddLiteral(edge, [i, i + 1], isNegated: false);
        }

        builder.AddHead(new Relation(1, isStatic: false, isSet: true, Nodes), [0]);
        var rules = new List<JoinRule>();
        builder.BuildInto(rules, stop: null);
        Assert.Equal(Steps, rules.Count);
        Assert.DoesNotContain(rules, rule => rule.VariableCount > 2);
    }

    private static Relation[] Relations(Random random)
    {
        var relations = new Relation[4];
        for (var i = 0; i < relations.Length; i++)
        {
            var arity = random.Next(1, 4);
            relations[i] = new Relation(arity, isStatic: i < 2, isSet: true, Objects);
            for (var j = random.Next(1, 16); j > 0; j--)
            {
                relations[i].Add([.. Enumerable.Range(0, arity).Select(_ => random.Next(Objects))]);
            }

            for (var position = 0; position < arity; position++)
            {
                relations[i].ColumnObjects[position].AsSpan().Fill(true);
            }

            if (i < 2)
            {
                relations[i].Complete();
            }
        }

        return relations;
    }

    private static JoinRuleBuilder Rule(Random random, Relation[] relations, int headVariables, out List<string> brute)
    {
        const int Variables = 4;
        var domains = new ObjectSet[Variables];
        for (var i = 0; i < Variables; i++)
        {
            domains[i] = new ObjectSet([.. Enumerable.Range(0, Objects).Where(_ => random.Next(5) > 0)], Objects);
        }

        var original = (ObjectSet[])domains.Clone();
        var builder = new JoinRuleBuilder(domains, Objects);
        var tests = new List<Func<int[], bool>>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var relation = relations[random.Next(4)];
            var terms = Enumerable.Range(0, relation.Tuples.Arity).Select(_ => AnyTerm()).ToArray();
            var isNegated = relation.IsStatic && random.Next(4) == 0;
            builder.AddLiteral(relation, terms, isNegated);
            tests.Add(values => relation.Tuples.Find([.. terms.Select(term => Value(term, values))]) >= 0 != isNegated);
        }

        for (var i = random.Next(0, 3); i > 0; i--)
        {
            var (left, right, isNegated) = (AnyTerm(), AnyTerm(), random.Next(3) > 0);
            builder.AddEquality(left, right, isNegated);
            tests.Add(values => Value(left, values) == Value(right, values) != isNegated);
        }

        int[] head = [.. Enumerable.Range(0, headVariables)];
        builder.AddHead(new Relation(headVariables, isStatic: false, isSet: true, Objects), head);
        brute = [];
        for (var code = 0; code < Objects * Objects * Objects * Objects; code++)
        {
            int[] values = [code % Objects, code / Objects % Objects, code / Objects / Objects % Objects, code / Objects / Objects / Objects];
            if (Enumerable.Range(0, Variables).All(v => original[v].Contains(values[v])) && tests.TrueForAll(test => test(values)))
            {
                brute.Add(string.Join(' ', head.Select(v => values[v])));
            }
        }

        return builder;

        int AnyTerm() => random.Next(6) == 0 ? ~random.Next(Objects) : random.Next(Variables);
    }

    private static int Value(int term, int[] values) => term < 0 ? ~term : values[term];

    /// <summary>Runs rules to a fixpoint and collects the solutions of the last one.</summary>
    private static void Evaluate(List<JoinRule> rules, Relation[] relations, List<string> found)
    {
        var unconditional = new List<JoinPlan>();
        foreach (var rule in rules)
        {
            for (var i = 0; i < rule.Body.Length; i++)
            {
                if (!rule.Body[i].Relation.IsStatic)
                {
                    rule.Body[i].Relation.Triggers.Add(JoinPlanner.Plan(rule, i));
                }
            }

            if (rule.Body.All(literal => literal.Relation.IsStatic))
            {
                unconditional.Add(JoinPlanner.Plan(rule, -1));
            }
        }

        unconditional.ForEach(plan => Run(plan, -1, rules[^1], found));
        Relation[] open = [.. relations.Concat(rules.Select(rule => rule.Heads[0].Relation)).Where(relation => !relation.IsStatic)];
        while (open.FirstOrDefault(relation => relation.Active < relation.Tuples.Count) is { } next)
        {
            var id = next.Activate();
            next.Triggers.ForEach(plan => Run(plan, id, rules[^1], found));
        }
    }

    private static void Run(JoinPlan plan, int trigger, JoinRule last, List<string> found)
    {
        for (var isThere = plan.Start(trigger); isThere; isThere = plan.MoveNext())
        {
            var values = plan.Rule.Heads[0].Slots.Select(slot => plan.Values[slot]).ToArray();
            plan.Rule.Heads[0].Relation.Add(values);
            if (plan.Rule == last)
            {
                found.Add(string.Join(' ', values));
            }
        }
    }
}
