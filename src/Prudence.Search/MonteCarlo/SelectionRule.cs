namespace Prudence.Search;

/// <summary>How Monte Carlo tree search chooses between the successors of a state.</summary>
public enum SelectionRule
{
    /// <summary>
    /// Every successor is tried once; then the mean value plus <c>c · sqrt(ln N / n)</c> decides (UCT, Kocsis and Szepesvári 2006).
    /// </summary>
    Uct,

    /// <summary>
    /// The mean value plus <c>c · prior · sqrt(N) / (1 + n)</c> decides, so that successors without promise may never be tried
    /// (PUCT, Rosin 2011, in the form of Silver et al. 2017).
    /// </summary>
    Puct,
}
