namespace Prudence.Neural;

/// <summary>How cross-entropy is computed.</summary>
public readonly record struct CrossEntropyOptions()
{
    /// <summary>The target that is left out of the loss, usually padding or a prompt.</summary>
    public const int DefaultIgnoreIndex = -100;

    /// <summary>How the losses become one number.</summary>
    public LossReduction Reduction { get; init; } = LossReduction.Mean;

    /// <summary>Targets of this value have no loss.</summary>
    public int IgnoreIndex { get; init; } = DefaultIgnoreIndex;

    /// <summary>s in (1 - s) nll + s mean over classes of -log p.</summary>
    public float LabelSmoothing { get; init; }
}
