namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>What several runs gave.</summary>
/// <param name="Median">The one in the middle.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
internal sealed record Spread(double Median, double Low, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(sorted[sorted.Length / 2], sorted[0], sorted[^1]);
    }

    public override string ToString() => $"{Median:N0} ({Low:N0}-{High:N0})";
}
