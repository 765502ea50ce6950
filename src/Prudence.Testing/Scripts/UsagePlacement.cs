namespace Prudence.Testing;

/// <summary>Where an answer carries a report of its usage.</summary>
public enum UsagePlacement
{
    /// <summary>In an update of its own after the finish reason, as OpenAI sends it.</summary>
    End,

    /// <summary>In an update of its own ahead of the first piece. A truthful report has only the input then, as Anthropic sends it.</summary>
    Start,

    /// <summary>In the update that has the last piece.</summary>
    WithLastPiece,

    /// <summary>In every update that has a piece. A truthful report counts what was sent so far.</summary>
    WithEveryPiece,

    /// <summary>In the update that has the finish reason.</summary>
    WithFinish,

    /// <summary>Nowhere in a stream, only in the buffered response.</summary>
    ResponseOnly,
}
