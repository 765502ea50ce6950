using System.Collections.Immutable;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Linting;

/// <summary>Looks for what can never come true, by predicates alone: coarse, but fast and without false alarms.</summary>
internal sealed class ReachabilityChecks
{
    private readonly LintSubject subject;
    private readonly PddlProblem problem;
    private readonly HashSet<string> possible = new(StringComparer.Ordinal);
    private readonly HashSet<ActionSchema> applicable = new(ReferenceEqualityComparer.Instance);

    private ReachabilityChecks(LintSubject subject, PddlProblem problem)
    {
        this.subject = subject;
        this.problem = problem;
    }

    /// <summary>Does the checks if there is a problem to check.</summary>
    public static void Run(LintSubject subject)
    {
        if (subject.Problem is { } problem)
        {
            var checks = new ReachabilityChecks(subject, problem);
            checks.Explore();
            checks.CheckActions();
            checks.CheckPredicates();
            checks.CheckGoal();
        }
    }

    /// <summary>Finds the predicates of which some atom may come true, up to a fixpoint.</summary>
    private void Explore()
    {
        possible.UnionWith(problem.InitialAtoms.Select(a => a.Predicate));
        int before;
        do
        {
            before = possible.Count + applicable.Count;
            foreach (var rule in subject.Domain.DerivedPredicates)
            {
                if (MayHold(rule.Condition))
                {
                    possible.Add(rule.Predicate);
                }
            }

            foreach (var action in subject.Domain.Actions)
            {
                if (!action.Parameters.Any(subject.IsEmpty) && MayHold(action.Precondition))
                {
                    applicable.Add(action);
                    AddEffects(action.Effect);
                }
            }
        }
        while (possible.Count + applicable.Count > before);
    }

    private bool MayHold(Condition condition) => condition switch
    {
        AtomCondition atom => possible.Contains(atom.Predicate),
        AndCondition and => and.Operands.All(MayHold),
        OrCondition or => or.Operands.Any(MayHold),
        ExistsCondition exists => !exists.Parameters.Any(subject.IsEmpty) && MayHold(exists.Body),
        _ => true,
    };

    private void AddEffects(Effect effect)
    {
        switch (effect)
        {
            case AtomEffect { IsDelete: false } atom:
                possible.Add(atom.Predicate);
                break;
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    AddEffects(operand);
                }

                break;
            case ForAllEffect forAll when !forAll.Parameters.Any(subject.IsEmpty):
                AddEffects(forAll.Body);
                break;
            case ConditionalEffect conditional when MayHold(conditional.Condition):
                AddEffects(conditional.Body);
                break;
        }
    }

    private void CheckActions()
    {
        foreach (var action in subject.Domain.Actions.Where(a => !applicable.Contains(a)))
        {
            var (position, reason) = (action.Position, "its precondition can never hold");
            if (action.Parameters.FirstOrDefault(subject.IsEmpty) is { } parameter)
            {
                (position, reason) = (parameter.Position, $"there is no object of type {Quotation.Of(parameter.Type.ToString())}");
            }
            else if (ConsistencyChecks.Conjuncts(action.Precondition).OfType<AtomCondition>().FirstOrDefault(a => !possible.Contains(a.Predicate)) is { } atom)
            {
                (position, reason) = (atom.Position, $"{Quotation.Of(PddlWriter.Write(atom))} never holds");
            }

            subject.Warn(DiagnosticCodes.InapplicableAction, position, $"the action {Quotation.Of(action.Name)} can never be applied: {reason}");
        }
    }

    private void CheckPredicates()
    {
        var wanted = ConsistencyChecks.Conjuncts(problem.Goal)
            .Concat(subject.Domain.Actions.SelectMany(a => ConsistencyChecks.Conjuncts(a.Precondition)))
            .Concat(subject.Domain.DerivedPredicates.SelectMany(d => ConsistencyChecks.Conjuncts(d.Condition)))
            .OfType<AtomCondition>().Select(a => a.Predicate).ToHashSet(StringComparer.Ordinal);
        foreach (var predicate in subject.Domain.Predicates.Where(p => wanted.Contains(p.Name) && !possible.Contains(p.Name)))
        {
            subject.Warn(DiagnosticCodes.NeverTrue, predicate.Position, $"no atom of the predicate {Quotation.Of(predicate.Name)} is ever true", "add one to `:init`, or to the effect of an action that can be applied");
        }
    }

    private void CheckGoal()
    {
        var initial = problem.InitialAtoms.ToHashSet(GroundAtomComparer.Instance);
        foreach (var condition in ConsistencyChecks.Conjuncts(problem.Goal))
        {
            if (condition is AtomCondition atom)
            {
                if (!initial.Contains(Ground(atom)) && !CanBecome(atom, isDelete: false))
                {
                    subject.Warn(DiagnosticCodes.UnreachableGoal, atom.Position, $"the goal asks for {Quotation.Of(PddlWriter.Write(atom))}, which does not hold at first and no action adds");
                }
            }
            else if (condition is NotCondition { Operand: AtomCondition negated } && initial.Contains(Ground(negated)) && !CanBecome(negated, isDelete: true))
            {
                subject.Warn(DiagnosticCodes.UnreachableGoal, condition.Position, $"the goal forbids {Quotation.Of(PddlWriter.Write(negated))}, which holds at first and no action deletes");
            }
        }
    }

    private static GroundAtom Ground(AtomCondition atom) => new(atom.Predicate, [.. atom.Arguments.Select(a => a.Name)], atom.Position);

    private bool CanBecome(AtomCondition goal, bool isDelete) =>
        (!isDelete && subject.Domain.DerivedPredicates.Any(d => d.Predicate == goal.Predicate)) ||
        applicable.Any(action => Achieves(action.Effect, goal, isDelete, action.Parameters));

    /// <summary>True if an effect, for some values of the variables, is the literal.</summary>
    private bool Achieves(Effect effect, AtomCondition goal, bool isDelete, ImmutableArray<Parameter> variables) => effect switch
    {
        AtomEffect atom => atom.IsDelete == isDelete && atom.Predicate == goal.Predicate && Matches(atom.Arguments, goal.Arguments, variables),
        AndEffect and => and.Operands.Any(operand => Achieves(operand, goal, isDelete, variables)),
        ForAllEffect forAll => Achieves(forAll.Body, goal, isDelete, [.. forAll.Parameters, .. variables]),
        ConditionalEffect conditional => Achieves(conditional.Body, goal, isDelete, variables),
        _ => false,
    };

    private bool Matches(ImmutableArray<Term> terms, ImmutableArray<Term> objects, ImmutableArray<Parameter> variables)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            var name = terms[i].Name;
            var fits = terms[i].IsVariable ? subject.Admits(variables.First(v => v.Name == name).Type, objects[i].Name) : name == objects[i].Name;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
