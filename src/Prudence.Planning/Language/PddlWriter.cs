using System.Text;
using Prudence.Planning.Language.Writing;

namespace Prudence.Planning.Language;

/// <summary>
/// Writes PDDL. What is written reads back as what it was, up to positions, for everything that <see cref="PddlReader"/> gives out;
/// only the requirements of problems are not kept.
/// </summary>
public static class PddlWriter
{
    /// <summary>A domain as text.</summary>
    public static string Write(PddlDomain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var builder = new StringBuilder();
        builder.Append("(define (domain ").Append(domain.Name).Append(')');
        AppendSection(builder, ":requirements", domain.Requirements);
        AppendSection(builder, ":types", TypedLists.Types(domain.Types));
        AppendSection(builder, ":constants", TypedLists.Objects(domain.Constants));
        AppendSection(builder, ":predicates", [.. domain.Predicates.Select(p => Declaration(p.Name, TypedLists.ParametersWithoutParentheses(p.Parameters)))]);
        AppendSection(builder, ":functions", [.. domain.Functions.Select(f => $"{Declaration(f.Name, TypedLists.ParametersWithoutParentheses(f.Parameters))} - number")]);
        foreach (var rule in domain.DerivedPredicates)
        {
            builder.Append("\n\n  ");
            var head = Layout.Symbol(Declaration(rule.Predicate, TypedLists.ParametersWithoutParentheses(rule.Parameters)));
            Layout.List(":derived", head, ConditionLayout.Of(rule.Condition)).AppendTo(builder, 2);
        }

        foreach (var action in domain.Actions)
        {
            AppendAction(builder, action);
        }

        return builder.Append(")\n").ToString();
    }

    /// <summary>A problem as text.</summary>
    public static string Write(PddlProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var builder = new StringBuilder();
        builder.Append("(define (problem ").Append(problem.Name).Append(")\n  (:domain ").Append(problem.DomainName).Append(')');
        AppendSection(builder, ":objects", TypedLists.Objects(problem.Objects));
        builder.Append("\n  (:init");
        foreach (var atom in problem.InitialAtoms)
        {
            builder.Append("\n    ").Append(atom);
        }

        foreach (var value in problem.InitialValues)
        {
            builder.Append("\n    (= ").Append(Declaration(value.Function, string.Join(' ', value.Arguments))).Append(' ').Append(ConditionLayout.Number(value.Value)).Append(')');
        }

        builder.Append(")\n  ");
        Layout.List(":goal", ConditionLayout.Of(problem.Goal)).AppendTo(builder, 2);
        if (problem.MinimizesTotalCost)
        {
            builder.Append("\n  (:metric minimize (total-cost))");
        }

        return builder.Append(")\n").ToString();
    }

    /// <summary>A condition as text, for messages and explanations.</summary>
    public static string Write(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return ConditionLayout.Of(condition).ToString();
    }

    /// <summary>An effect as text, for messages and explanations.</summary>
    public static string Write(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return ConditionLayout.Of(effect).ToString();
    }

    private static string Declaration(string name, string arguments) => arguments.Length == 0 ? $"({name})" : $"({name} {arguments})";

    private static void AppendSection(StringBuilder builder, string keyword, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        builder.Append("\n  (").Append(keyword);
        foreach (var line in lines)
        {
            builder.Append(keyword == ":requirements" ? " " : "\n    ").Append(line);
        }

        builder.Append(')');
    }

    private static void AppendAction(StringBuilder builder, ActionSchema action)
    {
        builder.Append("\n\n  (:action ").Append(action.Name);
        builder.Append("\n    :parameters ").Append(TypedLists.Parameters(action.Parameters));
        builder.Append("\n    :precondition ");
        ConditionLayout.Of(action.Precondition).AppendTo(builder, 4);
        builder.Append("\n    :effect ");
        ConditionLayout.Of(action.Effect).AppendTo(builder, 4);
        builder.Append(')');
    }
}
