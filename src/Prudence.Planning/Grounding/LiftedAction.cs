namespace Prudence.Planning.Grounding;

/// <summary>An action schema in normal form.</summary>
public sealed class LiftedAction
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The type set of each parameter.</summary>
    public required int[] ParameterTypes { get; init; }

    /// <summary>What must hold.</summary>
    public required LiftedCondition Precondition { get; init; }

    /// <summary>What changes.</summary>
    public required LiftedEffect[] Effects { get; init; }

    /// <summary>What it costs, given an object per parameter; null where the task has no metric (then every action costs one).</summary>
    public required Func<int[], int>? Cost { get; init; }
}
