using Prudence.Budgeting;
using Prudence.Charts;
using Prudence.Cli.Output;

namespace Prudence.Cli.Reports;

/// <summary>What the run cost.</summary>
internal static class ReceiptSection
{
    public static void Write(Markup page, Receipt receipt)
    {
        page.Open("section");
        page.Leaf("h2", "Receipt");
        page.Open("div", ("class", "scroll"));
        WriteTable(page, new ReceiptTable(receipt));
        page.Close();
        foreach (var (name, value) in ReceiptLimits.Of(receipt))
        {
            page.Leaf("p", $"{name}: {value}", ("class", "quiet"));
        }

        page.Close();
    }

    private static void WriteTable(Markup page, ReceiptTable table)
    {
        page.Open("table");
        page.Open("thead");
        page.Open("tr");
        foreach (var header in table.Headers)
        {
            page.Leaf("th", header.TrimStart('#'), ("class", header.StartsWith('#') ? "number" : "name"), ("scope", "col"));
        }

        page.Close();
        page.Close();
        page.Open("tbody");
        foreach (var row in table.Rows)
        {
            page.Open("tr", ("class", row == table.Rows[^1] ? "total" : "line"));
            for (var column = 0; column < row.Count; column++)
            {
                page.Leaf("td", row[column], ("class", column > 0 ? "number" : "name"));
            }

            page.Close();
        }

        page.Close();
        page.Close();
    }
}
