namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>The best segmentations of the beginnings of a word, one for each place, kept for the next word.</summary>
internal sealed class Lattice : IWordWorkspace
{
    private Arrival[] arrivals = new Arrival[64];
    private int[] ids = new int[256];

    /// <inheritdoc/>
    public WordCache Words { get; } = new();

    /// <summary>A lattice of places from 0 to <paramref name="length"/>, none of them reached but the first.</summary>
    public Span<Arrival> Begin(int length)
    {
        if (length >= arrivals.Length)
        {
            arrivals = new Arrival[Math.Max(length + 1, arrivals.Length * 2)];
        }

        var places = arrivals.AsSpan(0, length + 1);
        places.Fill(new Arrival(double.NegativeInfinity, 0, 0));
        places[0] = new Arrival(0, 0, 0);
        return places;
    }

    /// <summary>Room for ids.</summary>
    public Span<int> Ids(int count)
    {
        ids = count > ids.Length ? new int[Math.Max(count, ids.Length * 2)] : ids;
        return ids.AsSpan(0, count);
    }

    /// <summary>The best way to a place.</summary>
    /// <param name="Score">Sum of the scores of the tokens up to here.</param>
    /// <param name="Start">Where the last token begins.</param>
    /// <param name="Id">The last token; below 0 for a character without a token.</param>
    internal readonly record struct Arrival(double Score, int Start, int Id);
}
