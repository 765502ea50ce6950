using System.Collections.Immutable;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Linting;

/// <summary>Looks for what is declared and not used.</summary>
internal static class UseChecks
{
    public static void Run(LintSubject subject)
    {
        CheckPredicates(subject);
        CheckFunctions(subject);
        CheckRequirements(subject);
        foreach (var action in subject.Domain.Actions)
        {
            CheckParameters(action, subject);
            CheckQuantifiers(action, subject);
        }

        foreach (var type in subject.Domain.Types.Where(t => t.Name != "object" && subject.IsEmpty(t.Name)))
        {
            subject.Remark(DiagnosticCodes.EmptyType, type.Position, $"the problem has no object of type {Quotation.Of(type.Name)}");
        }

        CheckObjects(subject);
    }

    private static void CheckPredicates(LintSubject subject)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        var changed = subject.Domain.DerivedPredicates.Select(d => d.Predicate).ToHashSet(StringComparer.Ordinal);
        Traversal.Visit(
            subject.Domain,
            effect => changed.Add(effect is AtomEffect atom ? atom.Predicate : ""),
            condition => read.Add(condition is AtomCondition atom ? atom.Predicate : ""));
        if (subject.Problem is { } problem)
        {
            Traversal.Visit(problem.Goal, condition => read.Add(condition is AtomCondition atom ? atom.Predicate : ""));
        }

        foreach (var predicate in subject.Domain.Predicates.Where(p => !read.Contains(p.Name)))
        {
            if (!changed.Contains(predicate.Name))
            {
                subject.Remark(DiagnosticCodes.UnusedPredicate, predicate.Position, $"the predicate {Quotation.Of(predicate.Name)} is never used", "remove it");
            }
            else if (subject.Problem is not null)
            {
                subject.Remark(DiagnosticCodes.UnreadPredicate, predicate.Position, $"the predicate {Quotation.Of(predicate.Name)} is changed, but no condition and not the goal asks for it", "remove it from the effects");
            }
        }
    }

    private static void CheckFunctions(LintSubject subject)
    {
        var used = new Dictionary<string, SourcePosition>(StringComparer.Ordinal) { ["total-cost"] = default };
        Traversal.Visit(subject.Domain, effect => AddFunctions(effect, used), _ => { });
        foreach (var function in subject.Domain.Functions)
        {
            if (!used.ContainsKey(function.Name))
            {
                subject.Remark(DiagnosticCodes.UnusedFunction, function.Position, $"the function {Quotation.Of(function.Name)} is never used", "remove it");
            }
            else if (function.Name != "total-cost" && subject.Problem is { } problem && !problem.InitialValues.Any(v => v.Function == function.Name))
            {
                subject.Warn(DiagnosticCodes.MissingValue, used[function.Name], $"the cost needs the function {Quotation.Of(function.Name)}, but `:init` gives it no value", $"add `(= ({function.Name} ...) NUMBER)` to `:init`");
            }
        }
    }

    private static void AddFunctions(Effect effect, Dictionary<string, SourcePosition> used)
    {
        if (effect is CostEffect cost)
        {
            Traversal.Visit(cost.Amount, term =>
            {
                if (term is FunctionTerm function)
                {
                    used.TryAdd(function.Function, function.Position);
                }
            });
        }
    }

    private static void CheckRequirements(LintSubject subject)
    {
        var needed = RequirementUse.Of(subject.Domain).Needed.Select(n => n.Requirement).Append(":strips").ToHashSet(StringComparer.Ordinal);
        if (subject.Problem is { } problem)
        {
            needed.UnionWith(RequirementUse.Of(problem.Goal).Needed.Select(n => n.Requirement));
        }

        foreach (var requirement in subject.Domain.Requirements.Where(r => RequirementReader.Known.Contains(r)))
        {
            if (!RequirementUse.Expand(requirement).Any(r => r != ":strips" || requirement == ":strips" ? needed.Contains(r) : false))
            {
                subject.Remark(DiagnosticCodes.UnneededRequirement, subject.Domain.Position, $"the requirement {Quotation.Of(requirement)} is not needed", "remove it");
            }
        }
    }

    private static void CheckParameters(ActionSchema action, LintSubject subject)
    {
        var used = DomainTerms.Of(action.Precondition).Concat(DomainTerms.Of(action.Effect)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in action.Parameters.Where(p => !used.Contains(p.Name)))
        {
            subject.Remark(
                DiagnosticCodes.UnusedParameter, parameter.Position, $"the parameter {Quotation.Of(parameter.Name)} of {Quotation.Of(action.Name)} is never used", "remove it: it multiplies the ground actions");
        }
    }

    private static void CheckQuantifiers(ActionSchema action, LintSubject subject)
    {
        var outer = action.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Traversal.Visit(
            action.Precondition, condition => CheckQuantifier(condition, outer, subject));
        Traversal.Visit(
            action.Effect,
            effect =>
            {
                if (effect is ForAllEffect forAll)
                {
                    CheckVariables(forAll.Parameters, DomainTerms.Of(forAll.Body), outer, subject);
                }
            },
            condition => CheckQuantifier(condition, outer, subject));
    }

    private static void CheckQuantifier(Condition condition, HashSet<string> outer, LintSubject subject)
    {
        if (condition is ForAllCondition forAll)
        {
            CheckVariables(forAll.Parameters, DomainTerms.Of(forAll.Body), outer, subject);
        }
        else if (condition is ExistsCondition exists)
        {
            CheckVariables(exists.Parameters, DomainTerms.Of(exists.Body), outer, subject);
        }
    }

    private static void CheckVariables(ImmutableArray<Parameter> variables, List<Term> terms, HashSet<string> outer, LintSubject subject)
    {
        foreach (var variable in variables)
        {
            if (outer.Contains(variable.Name))
            {
                subject.Remark(DiagnosticCodes.ShadowedVariable, variable.Position, $"{Quotation.Of(variable.Name)} hides the parameter of the same name", "give one of them another name");
            }
            else if (!terms.Exists(t => t.Name == variable.Name))
            {
                subject.Remark(DiagnosticCodes.UnusedParameter, variable.Position, $"the variable {Quotation.Of(variable.Name)} is never used", "remove it");
            }
        }
    }

    private static void CheckObjects(LintSubject subject)
    {
        if (subject.Problem is not { } problem)
        {
            return;
        }

        var used = DomainTerms.Of(subject.Domain).Concat(DomainTerms.Of(problem.Goal)).Select(t => t.Name)
            .Concat(problem.InitialAtoms.SelectMany(a => a.Arguments)).Concat(problem.InitialValues.SelectMany(v => v.Arguments)).ToHashSet(StringComparer.Ordinal);
        foreach (var unused in problem.Objects.Where(o => !used.Contains(o.Name)))
        {
            subject.Remark(DiagnosticCodes.UnusedObject, unused.Position, $"the object {Quotation.Of(unused.Name)} stands neither in `:init` nor in the goal", "remove it, or say something about it");
        }
    }
}
