namespace Prudence.Neural;

/// <summary>The sizes of an attention and how its queries are cut into blocks.</summary>
internal readonly struct AttentionGeometry(HeadsView queries, HeadsView keys, AttentionOptions options)
{
    /// <summary>Queries in a block: their scores stay in the second cache.</summary>
    public const int BlockLength = 64;

    public HeadsView Queries { get; } = queries;

    public HeadsView Keys { get; } = keys;

    /// <summary>The query heads that share a key head.</summary>
    public int Group => Queries.Heads / Keys.Heads;

    public int Blocks => (Queries.Positions + BlockLength - 1) / BlockLength;

    /// <summary>What scores are multiplied by.</summary>
    public float Scale => (float)(1 / Math.Sqrt(Queries.Width));

    public int Rows(int block) => Math.Min(BlockLength, Queries.Positions - (block * BlockLength));

    /// <summary>How many keys, from the first, a query may read at most.</summary>
    public int Limit(int query) => options.IsCausal ? Math.Min(Keys.Positions, query + options.QueryOffset + 1) : Keys.Positions;

    /// <summary>How many keys some query of the block may read.</summary>
    public int BlockLimit(int block) => Limit((block * BlockLength) + Rows(block) - 1);
}
