using Prudence.Budgeting;

namespace Prudence.Cli.Output;

/// <summary>A receipt as a table: a row for each phase and one for all, a column for each resource that was used.</summary>
internal sealed class ReceiptTable
{
    public ReceiptTable(Receipt receipt)
    {
        // What every run has comes first; the rest stays in the order of the alphabet.
        List<Resource> resources = [.. receipt.Total.Resources];
        MoveToFront(resources, Resource.Memory);
        MoveToFront(resources, Resource.WallTime);
        Headers = ["", .. resources.ConvertAll(Header)];
        List<ReceiptLine> lines = [.. receipt.Lines, new ReceiptLine("total", receipt.Total)];
        Rows = lines.ConvertAll(line => (IReadOnlyList<string>)Row(line, resources));
    }

    /// <summary>The headers; <c>#</c> marks numbers.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows; the last one is the total.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>Writes the table and, below it, what is left of the limits.</summary>
    public static void Write(TextOutput output, Receipt receipt)
    {
        var table = new ReceiptTable(receipt);
        output.Heading("Receipt");
        output.Table(table.Headers, table.Rows);
        output.Pairs(ReceiptLimits.Of(receipt));
    }

    private static void MoveToFront(List<Resource> resources, Resource resource)
    {
        if (resources.Remove(resource))
        {
            resources.Insert(0, resource);
        }
    }

    private static string Header(Resource resource) =>
        resource == Resource.WallTime ? "#time" : resource.IsPeak ? $"#peak {resource.Name}" : $"#{resource.Name}";

    private static List<string> Row(ReceiptLine line, List<Resource> resources) =>
        [line.Purpose, .. resources.ConvertAll(resource => line.Cost[resource] == 0 ? "" : ReceiptLimits.Amount(resource, line.Cost[resource]))];
}
