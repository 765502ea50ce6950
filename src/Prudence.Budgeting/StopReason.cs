namespace Prudence.Budgeting;

/// <summary>Why a run ended before it was done.</summary>
public enum StopReason
{
    /// <summary>It was not stopped.</summary>
    None,

    /// <summary>The wall-clock limit of the run was reached.</summary>
    Time,

    /// <summary>The memory limit of the run was reached.</summary>
    Memory,

    /// <summary>The expansion limit of the run was reached.</summary>
    Expansions,

    /// <summary>The caller cancelled it.</summary>
    Cancelled,
}
