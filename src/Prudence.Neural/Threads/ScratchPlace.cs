namespace Prudence.Neural;

/// <summary>What scratch memory is for.</summary>
internal enum ScratchPlace
{
    /// <summary>The left matrix of a product, in panels.</summary>
    PackedLeft,

    /// <summary>The right matrix of a product, in panels.</summary>
    PackedRight,

    /// <summary>Scores of a block of queries.</summary>
    Scores,

    /// <summary>Gradients of these scores.</summary>
    ScoreGradients,

    /// <summary>A matrix that an operation builds on its way.</summary>
    Intermediate,
}
