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
                context.Diagnostics.Warning(DiagnosticCodes.UnknownRequirement, node.Position, $"unknown requirement {Quotation.Of(node.Name)}", context.Diagnostics.WantsHints ? Spelling.Hint(node.Name, Known) : null);
            }

            if (!names.Contains(node.Name) && names.Count < 2 * Known.Length)
            {
                names.Add(node.Name);
            }
        }

        return names.DrainToImmutable();
    }

    /// <summary>Warns of requirements that are needed but not written.</summary>
    /// <param name="use">What is needed.</param>
    /// <param name="start">Where the definition begins: there the warning stands if no requirements are written at all.</param>
    /// <param name="isWritten">True if there is a section of requirements.</param>
    /// <param name="context">Where to report; its vocabulary has the written requirements.</param>
    public static void WarnOfMissing(RequirementUse use, SourcePosition start, bool isWritten, ReadingContext context)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var requirement in context.Vocabulary.Requirements)
        {
            written.UnionWith(RequirementUse.Expand(requirement));
        }

        List<RequirementNeed> missing = [.. use.Needed];
        missing.RemoveAll(need => written.Contains(need.Requirement));
        if (missing.Count == 0)
        {
            return;
        }

        if (!isWritten)
        {
            var list = string.Join(' ', missing.Select(m => m.Requirement));
            context.Diagnostics.Warning(DiagnosticCodes.MissingRequirement, start, $"the requirements {list} are not stated", $"write `(:requirements {list})`");
            return;
        }

        foreach (var (requirement, position) in missing)
        {
            context.Diagnostics.Warning(DiagnosticCodes.MissingRequirement, position, $"this needs the requirement `{requirement}`", $"add `{requirement}` to `:requirements`");
        }
    }
}
