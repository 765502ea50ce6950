namespace Prudence.Testing;

/// <summary>How a call of a scripted model ended.</summary>
public enum CallOutcome
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>The whole answer was given.</summary>
    Completed,

    /// <summary>The answer was cut.</summary>
    Cut,

    /// <summary>The model threw an exception.</summary>
    Failed,

    /// <summary>The caller cancelled, and the model heeded it.</summary>
    Cancelled,

    /// <summary>The caller stopped reading the stream.</summary>
    Abandoned,
}
