namespace Prudence.Planning.Tasks;

/// <summary>
/// A ground planning task in finite-domain representation (Helmert 2009, "Concise finite-domain representations", definition 6).
/// Immutable; shared by all searches and heuristics of a run.
/// </summary>
public sealed class PlanningTask
{
    private readonly int[] factOffsets;
    private readonly int[] factVariables;

    /// <summary>Builds the fact numbering over <paramref name="variables"/>.</summary>
    public PlanningTask(IReadOnlyList<TaskVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Variables = [.. variables];
        factOffsets = new int[Variables.Length + 1];
        for (var v = 0; v < Variables.Length; v++)
        {
            factOffsets[v + 1] = factOffsets[v] + Variables[v].DomainSize;
        }

        factVariables = new int[factOffsets[^1]];
        for (var v = 0; v < Variables.Length; v++)
        {
            factVariables.AsSpan(factOffsets[v], Variables[v].DomainSize).Fill(v);
        }
    }

    /// <summary>The state variables.</summary>
    public TaskVariable[] Variables { get; }

    /// <summary>The number of facts: the sum of all domain sizes.</summary>
    public int FactCount => factOffsets[^1];

    /// <summary>The first fact of each variable, and as last entry <see cref="FactCount"/>.</summary>
    public int[] FactOffsets => factOffsets;

    /// <summary>The variable of each fact.</summary>
    public int[] FactVariables => factVariables;

    /// <summary>The operators.</summary>
    public required OperatorTable Operators { get; init; }

    /// <summary>The axioms.</summary>
    public required RuleTable Axioms { get; init; }

    /// <summary>The value of each variable at first; derived variables hold their default value here.</summary>
    public required int[] InitialState { get; init; }

    /// <summary>The goal: facts in ascending order, at most one per variable.</summary>
    public required int[] Goal { get; init; }

    /// <summary>Groups of facts of which at most one holds in any reachable state; the facts of a single variable are not listed.</summary>
    public IReadOnlyList<int[]> MutexGroups { get; init; } = [];

    /// <summary>True if the task has a cost metric; false if every operator counts one.</summary>
    public required bool HasMetric { get; init; }

    /// <summary>True if grounding proved that no plan exists.</summary>
    public bool IsTriviallyUnsolvable { get; init; }

    /// <summary>The fact for a value of a variable.</summary>
    public int Fact(int variable, int value) => factOffsets[variable] + value;

    /// <summary>The value that a fact gives its variable.</summary>
    public int FactValue(int fact) => fact - factOffsets[factVariables[fact]];

    /// <summary>The name of a fact.</summary>
    public string FactName(int fact) => Variables[factVariables[fact]].FactNames[FactValue(fact)];
}
