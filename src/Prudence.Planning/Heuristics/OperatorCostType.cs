namespace Prudence.Planning.Heuristics;

/// <summary>How a search or heuristic counts operator costs.</summary>
public enum OperatorCostType
{
    /// <summary>As the task says.</summary>
    Normal,

    /// <summary>Every operator counts one.</summary>
    One,

    /// <summary>The task's cost plus one; but one each where the task has unit costs already (LAMA's setting).</summary>
    PlusOne,
}
