namespace Prudence.Testing;

/// <summary>Whether answers come from the cassette or from the model.</summary>
public enum CassetteMode
{
    /// <summary>From the cassette alone; a request without a recorded answer is an error. What tests run with.</summary>
    Replay,

    /// <summary>From the cassette where it has the request, else from the model, and is recorded then.</summary>
    ReplayOrRecord,

    /// <summary>From the model, and is recorded in place of what the cassette had for the request.</summary>
    Record,
}
