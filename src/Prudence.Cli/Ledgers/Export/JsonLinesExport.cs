using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>One JSON object a line, with every field of the entry.</summary>
internal sealed class JsonLinesExport(TextWriter writer) : ILedgerExport
{
    public void Write(LedgerEntry entry, bool isWanted)
    {
        if (isWanted)
        {
            writer.Write(EntryJson.Line(entry));
        }
    }

    public void Complete()
    {
    }
}
