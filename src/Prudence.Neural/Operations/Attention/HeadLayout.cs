namespace Prudence.Neural;

/// <summary>In which order heads and positions stand.</summary>
public enum HeadLayout
{
    /// <summary>[batch, heads, positions, width].</summary>
    HeadsFirst,

    /// <summary>[batch, positions, heads, width]: what a linear layer yields, seen by heads.</summary>
    PositionsFirst,
}
