using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads <c>:requirements</c>.</summary>
internal static class RequirementReader
{
    /// <summary>All requirements that some version of PDDL has. Naming one refuses nothing: only using the feature does.</summary>
    internal static readonly string[] Known =
    [
        ":strips", ":typing", ":negative-preconditions", ":disjunctive-preconditions", ":equality", ":existential-preconditions", ":universal-preconditions",
        ":quantified-preconditions", ":conditional-effects", ":derived-predicates", ":action-costs", ":adl", ":ucpop", ":fluents", ":numeric-fluents",
        ":object-fluents", ":durative-actions", ":duration-inequalities", ":continuous-effects", ":timed-initial-literals", ":preferences", ":constraints",
        ":time", ":goal-utilities", ":domain-axioms", ":action-expansions", ":foreach-expansions", ":dag-expansions", ":safety-constraints", ":expression-evaluation",
        ":open-world", ":true-negation", ":subgoal-through-axioms", ":disjunctive-effects", ":non-deterministic", ":multi-agent", ":hierarchy", ":method-preconditions",
    ];

    public static ImmutableArray<string> Read(SyntaxNode section, ReadingContext context)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.From(1))
        {
            if (!node.IsKeyword)
            {
                context.Expected("a requirement such as `:typing`", node, Known.Contains(":" + node.Name) ? $"write `:{node.Name}`" : null);
                continue;
            }

            if (!Known.Contains(node.Name))
            {
                context.Diagnostics.Warning(DiagnosticCodes.UnknownRequirement, node.Position, $"unknown requirement {Quotation.Of(node.Name)}", Spelling.Hint(node.Name, Known));
            }

            if (!names.Contains(node.Name) && names.Count < 2 * Known.Length)
            {
                names.Add(node.Name);
            }
        }

        return names.DrainToImmutable();
    }
}
