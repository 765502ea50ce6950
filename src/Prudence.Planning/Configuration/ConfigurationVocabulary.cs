namespace Prudence.Planning.Configuration;

/// <summary>The words of search configurations, for those who list or complete them.</summary>
public static class ConfigurationVocabulary
{
    /// <summary>The searches.</summary>
    public static IReadOnlyList<ConfigurationWord> Searches => SearchFactory.Known;

    /// <summary>The heuristics that come with the planner.</summary>
    public static IReadOnlyList<ConfigurationWord> Heuristics => HeuristicFactory.Known;
}
