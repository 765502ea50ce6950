using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Validation;

/// <summary>Makes random tasks whose goal, rules and initial state use few names, so that they often meet.</summary>
internal sealed class RandomConditions(Random random)
{
    private static readonly string[] Types = ["t", "u", "object"];
    private static readonly string[] Objects = ["a", "b", "c", "d"];

    private readonly List<(string Name, int Width)> predicates = [("p", 1), ("q", 2), ("r", 2), ("s", 0), ("w", 3)];

    /// <summary>A task that is solved by the empty plan if and only if its goal holds at first.</summary>
    public PddlTask Task()
    {
        var rules = string.Concat(Enumerable.Range(0, 3).Select(Stratum));
        var domain = $"""
            (define (domain d) (:requirements :adl :derived-predicates) (:types t u - object)
              (:predicates (p ?x) (q ?x ?y) (r ?x ?y) (s) (w ?x ?y ?z) (e0 ?x) (f0 ?x ?y) (e1 ?x) (f1 ?x ?y) (e2 ?x) (f2 ?x ?y))
              {rules}
              (:action wait :parameters () :effect (and)))
            """;
        var atoms = predicates.Where(predicate => !char.IsAsciiDigit(predicate.Name[^1]))
            .SelectMany(predicate => Enumerable.Range(0, 5).Select(_ => Atom(predicate, [])))
            .Distinct();
        var problem = $"""
            (define (problem x) (:domain d) (:objects a b - t c d - u)
              (:init {string.Join(' ', atoms)})
              (:goal {Condition([], 5, allowNegation: true, stratum: 3)}))
            """;
        return ValidationSamples.Read(domain, problem);
    }

    /// <summary>Two predicates that may use each other positively and everything below in any way; two rules for each.</summary>
    private string Stratum(int number)
    {
        var (e, f) = ($"e{number}", $"f{number}");
        predicates.Add((e, 1));
        predicates.Add((f, 2));
        return string.Concat(Enumerable.Range(0, 2).Select(_ =>
            $"(:derived ({e} ?x - {Any(Types)}) {Condition(["?x"], 3, true, number)}) (:derived ({f} ?x ?y) {Condition(["?x", "?y"], 3, true, number)})\n"));
    }

    private string Condition(string[] variables, int depth, bool allowNegation, int stratum)
    {
        // Under a negation only what lies below the stratum may be used.
        var usable = predicates.Where(predicate => allowNegation || !IsOf(predicate.Name, stratum)).ToList();
        string Inner(bool same = true) => Condition(variables, depth - 1, allowNegation && same, stratum);
        if (depth == 0 || random.Next(6) == 0)
        {
            return random.Next(8) == 0 ? $"(= {AnyTerm(variables)} {AnyTerm(variables)})" : Atom(usable[random.Next(usable.Count)], variables);
        }

        return random.Next(7) switch
        {
            0 => $"(not {Inner(false)})",
            1 => $"(and {Inner()} {Inner()})",
            2 => $"(or {Inner()} {Inner()})",
            3 => $"(imply {Inner(false)} {Inner()})",
            4 => Quantified("forall", variables, depth, allowNegation, stratum),
            _ => Quantified("exists", variables, depth, allowNegation, stratum),
        };
    }

    private string Quantified(string word, string[] variables, int depth, bool allowNegation, int stratum)
    {
        // Now and then an outer name is used again: the inner variable hides it.
        string[] names = random.Next(5) == 0 ? ["?x"] : [$"?v{variables.Length}", $"?w{variables.Length}"];
        var declared = string.Join(' ', names.Select(name => $"{name} - {Any(Types)}"));
        return $"({word} ({declared}) {Condition([.. variables, .. names], depth - 1, allowNegation, stratum)})";
    }

    private static bool IsOf(string name, int stratum) => name[^1] == (char)('0' + stratum);

    private string Atom((string Name, int Width) predicate, string[] variables) =>
        $"({string.Join(' ', [predicate.Name, .. Enumerable.Range(0, predicate.Width).Select(_ => AnyTerm(variables))])})";

    private string AnyTerm(string[] variables) => variables.Length > 0 && random.Next(5) > 0 ? Any(variables) : Any(Objects);

    private string Any(string[] choices) => choices[random.Next(choices.Length)];
}
