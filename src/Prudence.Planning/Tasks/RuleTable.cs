namespace Prudence.Planning.Tasks;

/// <summary>
/// The ground axioms: head fact, where all body facts hold. They are evaluated layer by layer
/// (<see cref="TaskVariable.AxiomLayer"/> of the head's variable) after derived variables are set to their default values.
/// </summary>
public sealed class RuleTable
{
    /// <summary>No axioms.</summary>
    public static RuleTable Empty { get; } = new() { Heads = [], Bodies = IntLists.Empty };

    /// <summary>The number of rules.</summary>
    public int Count => Heads.Length;

    /// <summary>The fact each rule derives: never the default value of its variable.</summary>
    public required int[] Heads { get; init; }

    /// <summary>The facts of each rule's body, in ascending order.</summary>
    public required IntLists Bodies { get; init; }
}
