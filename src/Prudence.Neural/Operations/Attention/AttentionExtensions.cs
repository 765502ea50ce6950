namespace Prudence.Neural;

/// <summary>What a transformer does with positions and heads.</summary>
public static class AttentionExtensions
{
    /// <summary>softmax(Q K^T / sqrt(d)) V, with as many query heads for each key head as there are.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="query">The queries; four dimensions in the order of the layout.</param>
    /// <param name="key">The keys; their heads divide those of the queries.</param>
    /// <param name="value">The values, in the shape of the keys.</param>
    /// <param name="options">How queries read keys.</param>
    /// <param name="readableKeys">For each batch row and key whether it may be read; empty if all may.</param>
    /// <returns>In the shape of the queries; 0 for a query that may read nothing.</returns>
    public static Tensor Attention(
        this Tape tape, Tensor query, Tensor key, Tensor value, AttentionOptions options, ReadOnlySpan<bool> readableKeys = default) =>
        tape.Next<AttentionOperation>().Apply(query, key, value, readableKeys, options);

    /// <summary>Rotary position embedding.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">Queries or keys; four dimensions in the order of the layout.</param>
    /// <param name="positions">One position for each place, or one for each batch row and place.</param>
    /// <param name="theta">The base of the angles.</param>
    /// <param name="convention">Which numbers form pairs.</param>
    /// <param name="layout">In which order heads and positions stand.</param>
    /// <param name="rotaryWidth">How many numbers of a head turn, from the first; 0 turns all.</param>
    public static Tensor Rotary(
        this Tape tape,
        Tensor x,
        ReadOnlySpan<int> positions,
        double theta = 10000,
        RotaryConvention convention = RotaryConvention.Half,
        HeadLayout layout = HeadLayout.HeadsFirst,
        int rotaryWidth = 0) =>
        tape.Next<RotaryOperation>().Apply(x, positions, theta, convention, layout, rotaryWidth);
}
