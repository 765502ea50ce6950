using System.Text;

namespace Prudence.Planning.Tests.Grounding.Invariants;

/// <summary>Small PDDL tasks whose actions mostly move things about, so that invariants are frequent, but not always.</summary>
internal sealed class RandomDomains(int seed)
{
    private static readonly (string Name, int Arity)[] Predicates = [("n", 0), ("p", 1), ("q", 1), ("r", 2), ("s", 2)];

    private readonly Random random = new(seed);

    public (string Domain, string Problem) Create()
    {
        var domain = new StringBuilder("(define (domain random) (:types t u - object)\n (:predicates (n) (p ?a) (q ?a) (r ?a ?b) (s ?a ?b) (c ?a ?b))\n");
        for (var a = random.Next(1, 3); a > 0; a--)
        {
            domain.Append(Action($"act{a}"));
        }

        var initial = new StringBuilder("(c t1 t2) (c t2 u1)");
        for (var i = random.Next(2, 6); i > 0; i--)
        {
            initial.Append(Atom(["t1", "t2", "u1"]));
        }

        return ($"{domain})", $"(define (problem random) (:domain random) (:objects t1 t2 - t u1 - u) (:init {initial}) (:goal (n)))");
    }

    private string Action(string name)
    {
        string[] parameters = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => $"?x{i}")];
        var types = string.Join(' ', parameters.Select(parameter => $"{parameter} - {Pick("t", "u", "object", "object")}"));
        string[] required = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Atom(parameters))];
        var precondition = string.Join(' ', required) + Pick("", "", Inequality(parameters), $"(c {Pick(parameters)} {Pick(parameters)})", Disjunction(parameters));
        var effect = new StringBuilder();
        foreach (var atom in required)
        {
            effect.Append(random.Next(6) == 0 ? "" : $"(not {atom})");
            effect.Append(random.Next(2) == 0 ? "" : Atom(parameters));
        }

        effect.Append(Pick("", "", Conditional(parameters)));
        return $" (:action {name} :parameters ({types})\n  :precondition (and {precondition})\n  :effect (and {effect} (n)))\n";
    }

    private string Conditional(string[] parameters)
    {
        string[] all = [.. parameters, "?w"];
        var condition = Atom(all);
        var type = Pick("t", "u", "object");
        return $"(forall (?w - {type}) (when (and {condition} {Pick("", Atom(all), Inequality(all))}) (and (not {condition}) {Atom(all)})))";
    }

    private string Inequality(string[] terms) => $"(not (= {Pick(terms)} {Pick(terms)}))";

    private string Disjunction(string[] terms) => $"(or {Atom(terms)} (and {Atom(terms)} {Atom(terms)}) (exists (?e - t) {Atom([.. terms, "?e"])}))";

    private string Atom(string[] terms)
    {
        var (name, arity) = Predicates[random.Next(Predicates.Length)];
        var atom = new StringBuilder($"({name}");
        for (var i = 0; i < arity; i++)
        {
            atom.Append(' ').Append(Pick(terms));
        }

        return atom.Append(')').ToString();
    }

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
