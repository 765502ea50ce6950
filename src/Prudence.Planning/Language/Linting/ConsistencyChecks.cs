using System.Collections.Immutable;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Linting;

/// <summary>Looks for conditions and effects that contradict themselves.</summary>
internal static class ConsistencyChecks
{
    public static void Run(LintSubject subject)
    {
        Traversal.Visit(subject.Domain, _ => { }, condition => CheckCondition(condition, subject));
        foreach (var action in subject.Domain.Actions)
        {
            CheckEffects(action, subject);
        }

        if (subject.Problem is { } problem)
        {
            Traversal.Visit(problem.Goal, condition => CheckCondition(condition, subject));
        }
    }

    /// <summary>The conditions that must all hold for the condition to hold, conjunctions taken apart.</summary>
    public static IEnumerable<Condition> Conjuncts(Condition condition)
    {
        var open = new Stack<Condition>([condition]);
        while (open.TryPop(out var next))
        {
            if (next is AndCondition and)
            {
                for (var i = and.Operands.Length - 1; i >= 0; i--)
                {
                    open.Push(and.Operands[i]);
                }
            }
            else
            {
                yield return next;
            }
        }
    }

    private static void CheckCondition(Condition condition, LintSubject subject)
    {
        if (condition is not AndCondition { Operands.Length: > 1 } conjunction)
        {
            return;
        }

        var positive = new HashSet<GroundAtom>(GroundAtomComparer.Instance);
        foreach (var atom in conjunction.Operands.OfType<AtomCondition>())
        {
            positive.Add(Key(atom.Predicate, atom.Arguments, atom.Position));
        }

        foreach (var not in conjunction.Operands.SelectMany(Conjuncts).OfType<NotCondition>())
        {
            if (not.Operand is AtomCondition atom && positive.Contains(Key(atom.Predicate, atom.Arguments, atom.Position)))
            {
                subject.Warn(DiagnosticCodes.ContradictoryCondition, not.Position, $"{Quotation.Of(PddlWriter.Write(atom))} must hold and must not hold: this can never be", "remove one of the two");
            }
        }
    }

    private static void CheckEffects(ActionSchema action, LintSubject subject)
    {
        var atoms = Unconditional(action.Effect).ToList();
        if (atoms.Count == 0 && !ChangesSomething(action.Effect))
        {
            subject.Remark(DiagnosticCodes.EmptyEffect, action.Position, $"the action {Quotation.Of(action.Name)} changes nothing");
        }

        var added = atoms.Where(a => !a.IsDelete).Select(a => Key(a.Predicate, a.Arguments, a.Position)).ToHashSet(GroundAtomComparer.Instance);
        foreach (var atom in atoms.Where(a => a.IsDelete))
        {
            if (added.Contains(Key(atom.Predicate, atom.Arguments, atom.Position)))
            {
                subject.Warn(DiagnosticCodes.AddAndDelete, atom.Position, $"{Quotation.Of(action.Name)} deletes and adds the same atom: it holds afterwards", "remove the one that is not meant");
            }
        }
    }

    private static IEnumerable<AtomEffect> Unconditional(Effect effect)
    {
        var open = new Stack<Effect>([effect]);
        while (open.TryPop(out var next))
        {
            if (next is AtomEffect atom)
            {
                yield return atom;
            }
            else if (next is AndEffect and)
            {
                foreach (var operand in and.Operands)
                {
                    open.Push(operand);
                }
            }
        }
    }

    private static bool ChangesSomething(Effect effect)
    {
        var found = false;
        Traversal.Visit(effect, part => found |= part is AtomEffect, _ => { });
        return found;
    }

    private static GroundAtom Key(string predicate, ImmutableArray<Term> arguments, SourcePosition position) => new(predicate, [.. arguments.Select(a => a.Name)], position);
}
