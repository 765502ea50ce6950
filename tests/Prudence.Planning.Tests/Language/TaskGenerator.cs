using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Generates tasks with every kind of node.</summary>
internal static class TaskGenerator
{
    public static Gen<PddlTask> Tasks { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Maker(new Random(seed)).MakeTask());

    /// <summary>Makes one task: first what is declared, then what uses it.</summary>
    private sealed class Maker(Random random)
    {
        private static readonly SourcePosition Nowhere = new("generated", 1, 1);
        private string[] types = [];
        private ImmutableArray<PddlObject> constants = [];
        private ImmutableArray<PredicateDeclaration> predicates = [];
        private ImmutableArray<FunctionDeclaration> functions = [];
        private string[] derived = [];
        private int variables;

        public PddlTask MakeTask()
        {
            types = [.. Enumerable.Range(0, random.Next(4)).Select(i => $"t{i}")];
            var declared = types.Select((name, i) => new PddlType(name, Parents(i), Nowhere));
            constants = Objects("c", random.Next(3));
            predicates = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => new PredicateDeclaration($"p{i}", Variables(random.Next(4)), Nowhere))];
            functions = [.. Enumerable.Range(0, random.Next(3)).Select(i => new FunctionDeclaration(i == 0 ? "total-cost" : $"f{i}", i == 0 ? [] : Variables(random.Next(3)), Nowhere))];
            derived = [.. predicates.Select(p => p.Name).Where(_ => random.Next(4) == 0)];
            ImmutableArray<DerivedPredicate> rules = [.. predicates.Where(p => derived.Contains(p.Name)).Select(p => new DerivedPredicate(p.Name, p.Parameters, Condition(3, [.. p.Parameters.Select(v => v.Name)]), Nowhere))];
            ImmutableArray<ActionSchema> actions = [.. Enumerable.Range(0, random.Next(4)).Select(i => Action($"a{i}"))];
            var domain = new PddlDomain("generated", [":adl"], [new PddlType("object", [], Nowhere), .. declared], constants, predicates, functions, rules, actions, Nowhere);
            return new PddlTask(domain, Problem());
        }

        private ImmutableArray<string> Parents(int type)
        {
            ImmutableArray<string> before = [.. types[..type].Where(_ => random.Next(3) == 0)];
            return before.IsEmpty ? ["object"] : before;
        }

        private TypeReference Type() => random.Next(5) switch
        {
            0 or 1 => TypeReference.Object,
            2 when types.Length > 1 => new TypeReference([types[0], types[^1]]),
            _ => new TypeReference([types.Length == 0 ? "object" : Pick(types)]),
        };

        private ImmutableArray<PddlObject> Objects(string prefix, int count) =>
            [.. Enumerable.Range(0, count).Select(i => new PddlObject(random.Next(9) == 0 ? $"{(prefix == "c" ? 1 : 2)}{i}" : $"{prefix}{i}", Type(), Nowhere))];

        // Types of variables are left open where arguments are drawn at random: a wrong type would be an error.
        private ImmutableArray<Parameter> Variables(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => new Parameter($"?v{variables++}", TypeReference.Object, Nowhere))];

        private ImmutableArray<Parameter> TypedVariables(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => new Parameter($"?v{variables++}", Type(), Nowhere))];

        private ActionSchema Action(string name)
        {
            var parameters = TypedVariables(random.Next(4));
            string[] scope = [.. parameters.Select(p => p.Name)];
            return new ActionSchema(name, parameters, Condition(4, scope), Effect(3, scope, isConditional: false), Nowhere);
        }

        private ImmutableArray<Term> Arguments(int count, string[] scope)
        {
            string[] names = [.. scope, .. constants.Select(c => c.Name)];
            return [.. Enumerable.Range(0, count).Select(_ => new Term(Pick(names), Nowhere))];
        }

        private bool HasTerms(string[] scope) => scope.Length + constants.Length > 0;

        private Condition Condition(int depth, string[] scope)
        {
            var kind = random.Next(depth == 0 ? 2 : 9);
            return kind switch
            {
                2 => new NotCondition(Condition(depth - 1, scope), Nowhere),
                3 or 4 => new AndCondition([.. Enumerable.Range(0, random.Next(4)).Select(_ => Condition(depth - 1, scope))], Nowhere),
                5 => new OrCondition([.. Enumerable.Range(0, random.Next(3)).Select(_ => Condition(depth - 1, scope))], Nowhere),
                6 => new ImplyCondition(Condition(depth - 1, scope), Condition(depth - 1, scope), Nowhere),
                7 => Quantified(depth, scope),
                1 when HasTerms(scope) => new EqualityCondition(Arguments(1, scope)[0], Arguments(1, scope)[0], Nowhere),
                _ => AtomOrNothing(scope),
            };
        }

        private Condition Quantified(int depth, string[] scope)
        {
            var parameters = TypedVariables(random.Next(3));
            var body = Condition(depth - 1, [.. scope, .. parameters.Select(p => p.Name)]);
            return random.Next(2) == 0 ? new ForAllCondition(parameters, body, Nowhere) : new ExistsCondition(parameters, body, Nowhere);
        }

        private Condition AtomOrNothing(string[] scope)
        {
            var predicate = Pick(predicates);
            return predicate.Parameters.IsEmpty || HasTerms(scope)
                ? new AtomCondition(predicate.Name, Arguments(predicate.Parameters.Length, scope), Nowhere)
                : new AndCondition([], Nowhere);
        }

        private Effect Effect(int depth, string[] scope, bool isConditional)
        {
            switch (random.Next(depth == 0 ? 2 : 6))
            {
                case 2 or 3:
                    return new AndEffect([.. Enumerable.Range(0, random.Next(4)).Select(_ => Effect(depth - 1, scope, isConditional))], Nowhere);
                case 4:
                    var parameters = TypedVariables(random.Next(3));
                    return new ForAllEffect(parameters, Effect(depth - 1, [.. scope, .. parameters.Select(p => p.Name)], isConditional: true), Nowhere);
                case 5:
                    return new ConditionalEffect(Condition(2, scope), Effect(depth - 1, scope, isConditional: true), Nowhere);
                case 1 when !isConditional && !functions.IsEmpty:
                    return new CostEffect(Number(2, scope), Nowhere);
                default:
                    return AtomEffectOrNothing(scope);
            }
        }

        private Effect AtomEffectOrNothing(string[] scope)
        {
            var predicate = Pick(predicates);
            return derived.Contains(predicate.Name) || (!predicate.Parameters.IsEmpty && !HasTerms(scope))
                ? new AndEffect([], Nowhere)
                : new AtomEffect(predicate.Name, Arguments(predicate.Parameters.Length, scope), random.Next(2) == 0, Nowhere);
        }

        private NumericTerm Number(int depth, string[] scope)
        {
            var function = functions[^1];
            return random.Next(depth == 0 ? 2 : 3) switch
            {
                1 when function.Name != "total-cost" && (function.Parameters.IsEmpty || HasTerms(scope)) => new FunctionTerm(function.Name, Arguments(function.Parameters.Length, scope), Nowhere),
                2 => Arithmetic("+-*/"[random.Next(4)], depth, scope),
                _ => new NumberTerm(random.Next(1000) / 10m, Nowhere),
            };
        }

        private ArithmeticTerm Arithmetic(char operation, int depth, string[] scope)
        {
            var count = operation is '-' or '/' ? 2 : random.Next(2, 4);
            return new ArithmeticTerm(operation, [.. Enumerable.Range(0, count).Select(_ => Number(depth - 1, scope))], Nowhere);
        }

        private PddlProblem Problem()
        {
            var objects = Objects("o", random.Next(4));
            string[] names = [.. objects.Concat(constants).Select(o => o.Name)];
            constants = [.. constants, .. objects];
            var atoms = predicates.Where(p => !derived.Contains(p.Name) && (p.Parameters.IsEmpty || names.Length > 0))
                .Select(p => new GroundAtom(p.Name, [.. p.Parameters.Select(_ => Pick(names))], Nowhere));
            var values = functions.Where(f => f.Parameters.IsEmpty || names.Length > 0)
                .Select(f => new FunctionValue(f.Name, [.. f.Parameters.Select(_ => Pick(names))], random.Next(100) / 4m, Nowhere));
            return new PddlProblem("random", "generated", objects, [.. atoms], [.. values], Condition(4, []), !functions.IsEmpty && random.Next(2) == 0, Nowhere);
        }

        private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
    }
}
