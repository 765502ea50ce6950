using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Features of PDDL and its relatives beyond classical planning, by the words that show them.</summary>
internal static class UnsupportedFeatures
{
    internal const string NumericFluents = "numeric fluents";
    internal const string NumericConditions = "numeric conditions";
    internal const string ObjectFluents = "object fluents";
    internal const string DurativeActions = "durative actions";
    internal const string TimedLiterals = "timed initial literals";
    internal const string ConditionalCosts = "conditional action costs";
    internal const string OtherMetrics = "metrics other than minimize (total-cost)";

    /// <summary>The feature that a section shows; null if it is none of these.</summary>
    public static string? OfSection(string keyword) => keyword switch
    {
        ":durative-action" => DurativeActions,
        ":constraints" => "constraints",
        ":process" or ":event" => "processes and events",
        ":task" or ":tasks" or ":method" or ":htn" => "hierarchical task networks",
        _ => null,
    };

    /// <summary>The feature that a part of an action shows.</summary>
    public static string? OfActionPart(string keyword) => keyword switch
    {
        ":duration" or ":condition" => DurativeActions,
        ":observe" => "sensing actions",
        ":agent" => "several agents",
        ":expansion" => "hierarchical task networks",
        _ => null,
    };

    /// <summary>The feature that the head of a condition shows.</summary>
    public static string? OfCondition(SyntaxNode list) => list.Head switch
    {
        "<" or ">" or "<=" or ">=" => NumericConditions,
        "preference" => "preferences",
        "always" or "sometime" or "within" or "at-most-once" or "sometime-after" or "sometime-before" or "always-within" or "hold-during" or "hold-after"
            => "trajectory constraints",
        "at" when list.Count == 3 && list[1].Name == "end" => "trajectory constraints",
        "at" or "over" when list.Count == 3 && list[1].Name is "start" or "end" or "all" && list[2].IsList => DurativeActions,
        _ => null,
    };

    /// <summary>The feature that the head of an effect shows.</summary>
    public static string? OfEffect(SyntaxNode list) => list.Head switch
    {
        "assign" or "decrease" or "scale-up" or "scale-down" => NumericFluents,
        "oneof" => "nondeterministic effects",
        "probabilistic" => "probabilistic effects",
        "at" when list.Count == 3 && list[1].Name is "start" or "end" && list[2].IsList => DurativeActions,
        _ => null,
    };
}
