namespace Prudence.Planning.Configuration;

/// <summary>The search configurations that have names.</summary>
public static class Presets
{
    private const string LamaFirst = "lazy-greedy(ff(cost=one), landmark-sum(cost=one), preferred=all, boost=1000, cost=one)";

    private const string PlusOne = "(ff(cost=plus-one), landmark-sum(cost=plus-one), preferred=all, boost=1000, cost=plus-one";

    private const string Lama =
        "iterated(" + LamaFirst + ", "
        + "lazy-greedy" + PlusOne + "), "
        + "lazy-wastar" + PlusOne + ", weight=5), "
        + "lazy-wastar" + PlusOne + ", weight=3), "
        + "lazy-wastar" + PlusOne + ", weight=2), "
        + "lazy-wastar" + PlusOne + ", weight=1), "
        + "repeat-last=true)";

    // What improves a plan differs from task to task, so several searches take turns, each with twice the patience of the turn before.
    private const string Good =
        "iterated(" + LamaFirst + ", iterated("
        + "lazy-wastar" + PlusOne + ", weight=5), "
        + "wastar(ff, weight=3), "
        + "lazy-wastar" + PlusOne + ", weight=2), "
        + "wastar(ff, weight=1), "
        + "lazy-wastar" + PlusOne + ", weight=1), "
        + "patience=2000, repeat-last=true))";

    /// <summary>All presets, the recommended ones first.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("fast", LamaFirst, "a first plan as soon as possible, whatever it costs"),
        new("good", Good, "ever better plans until the budget ends or the best is proven"),
        new("optimal", "astar(lmcut)", "a plan that is proven to be the cheapest", "astar(blind)"),
        new("lama-first", LamaFirst, "the first iteration of LAMA (Richter and Westphal 2010)"),
        new("lama", Lama, "the whole of LAMA 2011: greedy first, then weighted A* with falling weights"),
        new("astar-lmcut", "astar(lmcut)", "A* with the landmark-cut heuristic (Helmert and Domshlak 2009)"),
        new("gbfs-ff", "eager-greedy(ff)", "eager greedy search with the FF heuristic"),
        new("gbfs-add", "eager-greedy(add)", "eager greedy search with the additive heuristic"),
        new("astar-blind", "astar(blind)", "A* without guidance: the yardstick for raw speed"),
    ];

    /// <summary>The preset of that name, or null.</summary>
    public static Preset? Find(string name)
    {
        foreach (var preset in All)
        {
            if (string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return preset;
            }
        }

        return null;
    }
}
