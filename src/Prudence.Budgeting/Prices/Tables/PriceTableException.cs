namespace Prudence.Budgeting.Prices.Tables;

/// <summary>A price table is not what it should be.</summary>
public sealed class PriceTableException : FormatException
{
    /// <summary>Says where, and what was expected there.</summary>
    public PriceTableException(string table, string path, string expected, Exception? inner = null)
        : base($"{table}: {path}: {expected}", inner) => (Table, Path, Expected) = (table, path, expected);

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The place in it as a JSON path, for example <c>$[3].models[2].prices.input_mtok</c>.</summary>
    public string Path { get; }

    /// <summary>What was expected there, and what was found.</summary>
    public string Expected { get; }
}
