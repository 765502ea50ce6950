using System.Collections.Immutable;
using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>The numbers of all objects, predicates and type sets of a task.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> objects = [];
    private readonly List<string> objectNames = [];
    private readonly Dictionary<string, int> predicates = [];
    private readonly List<PredicateDeclaration> declarations = [];

    public Vocabulary(PddlDomain domain, PddlProblem problem)
    {
        TypeSets = new TypeSets(domain.Types);
        AddObjects(domain.Constants);
        AddObjects(problem.Objects);
        ObjectNames = [.. objectNames];
        foreach (var predicate in domain.Predicates)
        {
            if (predicates.TryAdd(predicate.Name, declarations.Count))
            {
                declarations.Add(predicate);
            }
        }
    }

    public TypeSets TypeSets { get; }

    public string[] ObjectNames { get; }

    /// <summary>The number of an object.</summary>
    public int Object(string name, SourcePosition position) =>
        objects.TryGetValue(name, out var number)
            ? number
            : throw GroundingException.Error("unknown-object", position, $"there is no object \"{name}\"");

    /// <summary>The number of a predicate.</summary>
    public int Predicate(string name, SourcePosition position) =>
        predicates.TryGetValue(name, out var number)
            ? number
            : throw GroundingException.Error("unknown-predicate", position, $"there is no predicate \"{name}\"");

    /// <summary>The number of a term, as <see cref="LiftedTask"/> counts them.</summary>
    public int Term(Term term, Scope? scope)
    {
        if (!term.IsVariable)
        {
            return ~Object(term.Name, term.Position);
        }

        var number = Scope.Find(scope, term.Name);
        return number >= 0
            ? number
            : throw GroundingException.Error("unknown-variable", term.Position, $"there is no variable \"{term.Name}\" here");
    }

    /// <summary>A predicate over terms.</summary>
    public LiftedAtom Atom(string predicate, ImmutableArray<Term> arguments, Scope? scope, SourcePosition position)
    {
        var number = Predicate(predicate, position);
        CheckArity(number, arguments.Length, position);
        var terms = new int[arguments.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Term(arguments[i], scope);
        }

        return new LiftedAtom(number, terms);
    }

    /// <summary>The atoms true at first, each once.</summary>
    public LiftedAtom[] InitialAtoms(PddlProblem problem)
    {
        var seen = new TupleSet?[declarations.Count];
        var atoms = new List<LiftedAtom>(problem.InitialAtoms.Length);
        foreach (var atom in problem.InitialAtoms)
        {
            var predicate = Predicate(atom.Predicate, atom.Position);
            CheckArity(predicate, atom.Arguments.Length, atom.Position);
            var arguments = new int[atom.Arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Object(atom.Arguments[i], atom.Position);
            }

            var known = seen[predicate] ??= new TupleSet(arguments.Length);
            if (known.TryAdd(arguments, out _))
            {
                atoms.Add(new LiftedAtom(predicate, arguments));
            }
        }

        return [.. atoms];
    }

    /// <summary>The predicates, with what the actions and rules do to them.</summary>
    public LiftedPredicate[] Predicates(LiftedAction[] actions, LiftedAxiom[] axioms, PddlDomain domain)
    {
        var isDerived = new bool[declarations.Count];
        foreach (var axiom in axioms)
        {
            isDerived[axiom.Predicate] = true;
        }

        var isChanged = new bool[declarations.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            foreach (var effect in actions[i].Effects)
            {
                var predicate = effect.Atom.Predicate;
                isChanged[predicate] = true;
                if (isDerived[predicate])
                {
                    throw GroundingException.Error(
                        "derived-in-effect",
                        domain.Actions[i].Position,
                        $"action \"{actions[i].Name}\" changes the derived predicate \"{declarations[predicate].Name}\"",
                        "only rules may say when a derived predicate holds");
                }
            }
        }

        var answer = new LiftedPredicate[declarations.Count];
        for (var i = 0; i < answer.Length; i++)
        {
            answer[i] = new LiftedPredicate(
                declarations[i].Name, declarations[i].Parameters.Length, isDerived[i], !isDerived[i] && !isChanged[i]);
        }

        return answer;
    }

    private void CheckArity(int predicate, int count, SourcePosition position)
    {
        var declaration = declarations[predicate];
        if (declaration.Parameters.Length != count)
        {
            throw GroundingException.Error(
                "wrong-arity", position, $"\"{declaration.Name}\" takes {declaration.Parameters.Length} arguments, not {count}");
        }
    }

    private void AddObjects(ImmutableArray<PddlObject> list)
    {
        foreach (var item in list)
        {
            if (objects.TryAdd(item.Name, objectNames.Count))
            {
                objectNames.Add(item.Name);
                TypeSets.AddObject(item.Type);
            }
        }
    }
}
