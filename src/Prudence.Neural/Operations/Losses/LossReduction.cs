namespace Prudence.Neural;

/// <summary>How the losses of single targets become one number.</summary>
public enum LossReduction
{
    /// <summary>The mean over all that are not ignored, weighted where weights are given.</summary>
    Mean,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>Not at all: one loss for each target.</summary>
    None,
}
