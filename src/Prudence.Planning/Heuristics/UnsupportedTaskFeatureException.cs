namespace Prudence.Planning.Heuristics;

/// <summary>A heuristic cannot handle a feature of the task, such as derived predicates. Presets then take their fallback.</summary>
public sealed class UnsupportedTaskFeatureException : Exception
{
    /// <summary>Names the heuristic and the feature.</summary>
    public UnsupportedTaskFeatureException(string heuristic, string feature)
        : base($"The heuristic {heuristic} does not support {feature}.")
    {
        Heuristic = heuristic;
        Feature = feature;
    }

    /// <summary>The heuristic.</summary>
    public string Heuristic { get; }

    /// <summary>The feature, for example <c>conditional effects</c>.</summary>
    public string Feature { get; }
}
