namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// One case of an action schema's precondition with all its effects, conditions split into conjunctions.
/// Terms below the number of parameters are the case's own, those from there on belong to the single effect.
/// </summary>
internal sealed class SchemaCase
{
    public required int[] ParameterTypes { get; init; }

    public required Conjunction Precondition { get; init; }

    public required SchemaEffect[] Adds { get; init; }

    public required SchemaEffect[] Deletes { get; init; }
}

/// <summary>An atom that a <see cref="SchemaCase"/> adds or deletes for all values of the effect's own parameters.</summary>
internal sealed class SchemaEffect
{
    public required int[] ParameterTypes { get; init; }

    public required Conjunction Condition { get; init; }

    public required LiftedAtom Atom { get; init; }
}
