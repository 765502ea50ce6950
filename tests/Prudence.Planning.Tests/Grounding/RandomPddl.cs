using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding;

/// <summary>Small random tasks with everything the language has. The same seed gives the same task.</summary>
internal sealed class RandomPddl(int seed)
{
    private static readonly SourcePosition Nowhere = new("<random>", 1, 1);
    private static readonly string[] TypeNames = ["object", "t1", "t2", "t3"];

    private readonly Random random = new(seed);
    private readonly List<PredicateDeclaration> basic = [];
    private readonly List<PredicateDeclaration> derived = [];
    private int variables;

    public (PddlDomain Domain, PddlProblem Problem) Next()
    {
        ImmutableArray<PddlType> types =
        [
            new("object", [], Nowhere), new("t1", ["object"], Nowhere), new("t2", ["object"], Nowhere), new("t3", ["t1"], Nowhere),
        ];
        ImmutableArray<PddlObject> objects = [.. Enumerable.Range(0, 4).Select(i => new PddlObject($"o{i}", Type(i), Nowhere))];
        AddPredicates();
        var rules = ImmutableArray.CreateBuilder<DerivedPredicate>();
        foreach (var predicate in derived.ToList())
        {
            // A rule may ask for its own predicate and for earlier ones; only for earlier ones negatively.
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                var parameters = Parameters(predicate.Parameters.Length, predicate.Parameters);
                rules.Add(new DerivedPredicate(predicate.Name, parameters, RuleBody(predicate, parameters), Nowhere));
            }
        }

        ImmutableArray<ActionSchema> actions = [.. Enumerable.Range(0, random.Next(1, 4)).Select(Action)];
        var domain = new PddlDomain(
            "random", [], types, [objects[0]], [.. basic, .. derived], [new FunctionDeclaration("price", [Parameter(0)], Nowhere)], rules.ToImmutable(), actions, Nowhere);
        var problem = new PddlProblem(
            "random", "random", objects[1..], InitialAtoms(objects), [.. objects.Select((o, i) => new FunctionValue("price", [o.Name], i, Nowhere))], Formula([], 2, derived.Count, true), random.Next(2) == 0, Nowhere);
        return (domain, problem);
    }

    private static TypeReference Type(int i) => i == 0 ? TypeReference.Object : new TypeReference([TypeNames[i % 4]]);

    private TypeReference AnyType() => random.Next(6) switch
    {
        0 => new TypeReference(["t2", "t3"]),
        1 or 2 => new TypeReference([TypeNames[random.Next(1, 4)]]),
        _ => TypeReference.Object,
    };

    private Parameter Parameter(int number) => new($"?v{number}", AnyType(), Nowhere);

    private ImmutableArray<Parameter> Parameters(int count, ImmutableArray<Parameter> like = default) =>
        [.. Enumerable.Range(0, count).Select(i => new Parameter($"?v{variables++}", like.IsDefault ? AnyType() : like[i].Type, Nowhere))];

    private void AddPredicates()
    {
        for (var i = random.Next(2, 5); i > 0; i--)
        {
            basic.Add(new PredicateDeclaration($"p{i}", Parameters(random.Next(0, 3)), Nowhere));
        }

        for (var i = random.Next(0, 3); i > 0; i--)
        {
            derived.Add(new PredicateDeclaration($"d{derived.Count}", Parameters(random.Next(0, 3)), Nowhere));
        }
    }

    private ImmutableArray<GroundAtom> InitialAtoms(ImmutableArray<PddlObject> objects)
    {
        var atoms = new Dictionary<string, GroundAtom>();
        foreach (var predicate in basic)
        {
            for (var i = random.Next(0, 5); i > 0; i--)
            {
                var atom = new GroundAtom(predicate.Name, [.. predicate.Parameters.Select(_ => objects[random.Next(objects.Length)].Name)], Nowhere);
                atoms[atom.ToString()] = atom;
            }
        }

        return [.. atoms.Values];
    }

    private Condition RuleBody(PredicateDeclaration head, ImmutableArray<Parameter> parameters)
    {
        var body = Formula(parameters, 2, derived.IndexOf(head), true);
        return random.Next(2) == 0 ? body : new OrCondition([body, Atom(head, parameters)], Nowhere);
    }

    private ActionSchema Action(int number)
    {
        var parameters = Parameters(random.Next(0, 4));
        List<Effect> effects = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Effect(parameters, 2))];
        if (parameters.Length > 0)
        {
            var price = new FunctionTerm("price", [Term(parameters)], Nowhere);
            effects.Add(new CostEffect(new ArithmeticTerm('+', [price, new NumberTerm(1, Nowhere)], Nowhere), Nowhere));
        }

        return new ActionSchema($"a{number}", parameters, Formula(parameters, 3, derived.Count, true), new AndEffect([.. effects], Nowhere), Nowhere);
    }

    private Effect Effect(ImmutableArray<Parameter> scope, int depth)
    {
        switch (depth == 0 ? 9 : random.Next(10))
        {
            case 0:
                var own = Parameters(1);
                return new ForAllEffect(own, Effect([.. scope, .. own], depth - 1), Nowhere);
            case 1 or 2:
                return new ConditionalEffect(Formula(scope, 2, derived.Count, true), Effect(scope, depth - 1), Nowhere);
            case 3:
                return new AndEffect([Effect(scope, depth - 1), Effect(scope, depth - 1)], Nowhere);
            default:
                var atom = Atom(basic[random.Next(basic.Count)], scope);
                return new AtomEffect(atom.Predicate, atom.Arguments, random.Next(2) == 0, Nowhere);
        }
    }

    private Condition Formula(ImmutableArray<Parameter> scope, int depth, int derivedCount, bool allowsNot)
    {
        var own = Parameters(1);
        return (depth == 0 ? 9 : random.Next(10)) switch
        {
            0 or 1 or 2 => new AndCondition([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Formula(scope, depth - 1, derivedCount, allowsNot))], Nowhere),
            3 => new OrCondition([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Formula(scope, depth - 1, derivedCount, allowsNot))], Nowhere),
            4 => new ImplyCondition(Formula(scope, depth - 1, derivedCount, allowsNot), Formula(scope, depth - 1, derivedCount, allowsNot), Nowhere),
            5 => new ForAllCondition(own, Formula([.. scope, .. own], depth - 1, derivedCount, allowsNot), Nowhere),
            6 => new ExistsCondition(own, Formula([.. scope, .. own], depth - 1, derivedCount, allowsNot), Nowhere),
            7 when allowsNot => new NotCondition(Formula(scope, depth - 1, derivedCount, allowsNot), Nowhere),
            8 when scope.Length > 0 => new EqualityCondition(Term(scope), Term(scope), Nowhere),
            _ => AnyAtom(scope, derivedCount),
        };
    }

    private AtomCondition AnyAtom(ImmutableArray<Parameter> scope, int derivedCount)
    {
        var number = random.Next(basic.Count + derivedCount);
        return Atom(number < basic.Count ? basic[number] : derived[number - basic.Count], scope);
    }

    private AtomCondition Atom(PredicateDeclaration predicate, ImmutableArray<Parameter> scope) =>
        new(predicate.Name, [.. predicate.Parameters.Select(_ => Term(scope))], Nowhere);

    private Term Term(ImmutableArray<Parameter> scope) =>
        scope.Length == 0 || random.Next(8) == 0 ? new Term("o0", Nowhere) : new Term(scope[random.Next(scope.Length)].Name, Nowhere);
}
