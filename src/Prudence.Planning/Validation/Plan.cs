using System.Collections.Immutable;

namespace Prudence.Planning.Validation;

/// <summary>A sequence of actions by name. It may be wrong: <see cref="PlanValidator"/> tells.</summary>
/// <param name="Steps">The actions in order.</param>
public sealed record Plan(ImmutableArray<PlanStep> Steps)
{
    /// <summary>The number of steps.</summary>
    public int Length => Steps.Length;
}
