namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>How the costs of several facts combine into the cost of their conjunction. A type parameter, so that hot loops are compiled per rule.</summary>
internal interface ICostRule
{
    /// <summary>True for the sum (hadd), false for the maximum (hmax).</summary>
    static abstract bool IsSum { get; }
}

/// <summary>Facts are reached independently of each other: their costs add up.</summary>
internal readonly struct SumOfCosts : ICostRule
{
    public static bool IsSum => true;
}

/// <summary>Facts are reached all at once: the dearest counts.</summary>
internal readonly struct MaximumOfCosts : ICostRule
{
    public static bool IsSum => false;
}
