namespace Prudence.Testing;

/// <summary>How an answer stops before its end.</summary>
public enum BreakKind
{
    /// <summary>The stream ends without a finish reason and without an error. A buffered response fails, as a connection does that ends early.</summary>
    Cut,

    /// <summary>An exception is thrown.</summary>
    Failure,

    /// <summary>Nothing more comes until the caller cancels.</summary>
    Silence,
}
