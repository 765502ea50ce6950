namespace Prudence.Planning.Language.Syntax;

/// <summary>The words of PDDL that have a meaning of their own.</summary>
internal static class Keywords
{
    /// <summary>Sections of a domain that are read.</summary>
    public static readonly string[] DomainSections = [":requirements", ":types", ":constants", ":predicates", ":functions", ":action", ":derived"];

    /// <summary>Sections of a problem that are read.</summary>
    public static readonly string[] ProblemSections = [":domain", ":requirements", ":objects", ":init", ":goal", ":metric", ":length"];

    /// <summary>What an action consists of.</summary>
    public static readonly string[] ActionParts = [":parameters", ":precondition", ":effect"];

    /// <summary>What combines conditions.</summary>
    public static readonly string[] ConditionOperators = ["and", "or", "not", "imply", "forall", "exists", "="];

    /// <summary>What combines effects.</summary>
    public static readonly string[] EffectOperators = ["and", "not", "forall", "when", "increase"];

    private static readonly string[] Sections =
        [.. DomainSections, .. ProblemSections, ":constraints", ":durative-action", ":process", ":event", ":axiom", ":task", ":method", ":htn"];

    private static readonly HashSet<string> Operators =
    [
        .. ConditionOperators, .. EffectOperators, "+", "-", "*", "/", "<", ">", "<=", ">=", "assign", "decrease", "scale-up", "scale-down",
        "at", "over", "preference", "oneof", "probabilistic", "always", "sometime", "within", "at-most-once", "sometime-after", "sometime-before",
        "always-within", "hold-during", "hold-after",
    ];

    public static bool IsSection(ReadOnlySpan<char> keyword)
    {
        foreach (var section in Sections)
        {
            if (keyword.Equals(section, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSchemaSection(string keyword) => keyword is ":action" or ":durative-action" or ":process" or ":event";

    public static bool IsOfSchema(string keyword) => keyword is ":parameters" or ":precondition" or ":effect" or ":condition" or ":duration" or ":vars";

    /// <summary>True for words that no predicate can have as its name.</summary>
    public static bool IsReserved(string name) => name is "and" or "or" or "not" or "imply" or "forall" or "exists" or "=" or "when" or "increase" or "either";

    public static bool IsOperator(string name) => Operators.Contains(name);
}
