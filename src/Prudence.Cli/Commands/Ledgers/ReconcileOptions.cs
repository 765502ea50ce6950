using System.CommandLine;
using System.Security.Cryptography;
using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Reconciliation;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>The options that say what of an invoice is compared with what of a ledger.</summary>
internal sealed class ReconcileOptions
{
    private const int LongestId = 100;

    private readonly Option<string?> preset = Text("--preset", "NAME", "The invoice's columns are those of openai-cost, openai-usage, anthropic-cost or anthropic-usage.");
    private readonly Option<string?> time = Text("--time-column", "NAME", "The column with the day or time.");
    private readonly Option<string?> amount = Text("--amount-column", "NAME", "The column with the amount; several, with + between them, are added.");
    private readonly Option<string?> currency = Text("--currency-column", "NAME", "The column that says usd.");
    private readonly Option<string?> key = Text("--key-column", "NAME", "The column with the request's id, which is the idempotency key in the ledger.");
    private readonly Option<string?> scope = Text("--scope-column", "NAME", "The column that stands for the scope.");
    private readonly Option<string?> purpose = Text("--purpose-column", "NAME", "The column that stands for the purpose.");
    private readonly Option<string> by = new("--by") { Description = "What is compared: day, month, scope, purpose or total; several with commas.", HelpName = "WHAT", DefaultValueFactory = static _ => "day" };
    private readonly Option<string> resource = new("--resource") { Description = "Compare tokens or another resource instead of money.", HelpName = "NAME", DefaultValueFactory = static _ => Resource.Money.Name };
    private readonly Option<string?> tolerance = Text("--tolerance", "AMOUNT", "Differences up to this much are none, such as $0.01; exact if nothing is said.");
    private readonly Option<string> timeZone = new("--time-zone") { Description = "Where days begin and end, such as Europe/Berlin.", HelpName = "ZONE", DefaultValueFactory = static _ => "UTC" };
    private readonly Option<string[]> map = new("--map") { Description = "What the invoice calls FROM is TO in the ledger, as scope or purpose; may be given several times.", HelpName = "FROM=TO" };
    private readonly Option<string?> id = Text("--invoice-id", "ID", "Names the invoice in the adjustments; a hash of the file if nothing is said.");
    private readonly Option<string> delimiter = new("--delimiter") { Description = "What stands between cells.", HelpName = "CHARACTER", DefaultValueFactory = static _ => "," };

    public LedgerSelection Ledger { get; } = new();

    public void AddTo(Command command)
    {
        preset.CompletionSources.Add(InvoicePresets.Names.ToArray());
        foreach (var option in (Option[])
        [
            Ledger.Ledger, preset, time, amount, currency, key, scope, purpose, by, map, resource, tolerance, timeZone, Ledger.Scope, Ledger.Since, Ledger.Until, id, delimiter,
        ])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What is to be compared.</summary>
    /// <exception cref="UserErrorException">A value cannot be read.</exception>
    public ReconciliationRequest Read(ParseResult result, string invoice)
    {
        var range = Ledger.Range(result);
        return new ReconciliationRequest
        {
            Resource = Compared(result),
            Grouping = Grouping.Parse(result.GetRequiredValue(by)),
            TimeZone = TimeZoneText.Read(timeZone.Name, result.GetRequiredValue(timeZone)),
            InvoiceId = Id(result, invoice),
            Scope = result.GetValue(Ledger.Scope),
            Range = range.ToString().Length > 0 ? range : null,
            Tolerance = Tolerance(result),
            Names = Names(result),
        };
    }

    /// <summary>The invoice's lines.</summary>
    public IEnumerable<InvoiceLine> Lines(ParseResult result, string invoice, ReconciliationRequest request)
    {
        var separator = result.GetRequiredValue(delimiter);
        return separator.Length == 1 && separator != "\""
            ? new InvoiceReader(invoice, Columns(result, request), request.TimeZone, separator[0]).Read()
            : throw new UserErrorException(ExitCode.BadCommandLine, $"--delimiter: expected one character, found '{separator}'");
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };

    private InvoiceColumns Columns(ParseResult result, ReconciliationRequest request)
    {
        var usual = result.GetValue(preset) is { } name ? InvoicePresets.Find(name, request.Resource) : new InvoiceColumns();
        var columns = new InvoiceColumns
        {
            Time = result.GetValue(time) ?? usual.Time,
            Amount = result.GetValue(amount)?.Split('+', StringSplitOptions.TrimEntries) ?? usual.Amount,
            Currency = result.GetValue(currency) ?? usual.Currency,
            Key = result.GetValue(key) ?? usual.Key,
            Scope = request.Grouping.ByScope ? result.GetValue(scope) ?? usual.Scope : result.GetValue(scope),
            Purpose = request.Grouping.ByPurpose ? result.GetValue(purpose) ?? usual.Purpose : result.GetValue(purpose),
        };
        var lacking = columns.Amount.Count == 0 ? amount
            : columns.Time is null && columns.Key is null && (request.Grouping.ByDay || request.Grouping.ByMonth) ? time
            : request.Grouping.ByScope && columns.Scope is null ? scope
            : request.Grouping.ByPurpose && columns.Purpose is null ? purpose
            : null;
        return lacking is null ? columns : throw new UserErrorException(
            ExitCode.BadCommandLine, $"which column of the invoice it is must be said with {lacking.Name}", $"or take --preset, one of {string.Join(", ", InvoicePresets.Names)}");
    }

    private Resource Compared(ParseResult result) => AmountsParser.TryName(result.GetRequiredValue(resource), out var found)
        ? found
        : throw new UserErrorException(ExitCode.BadCommandLine, $"--resource: there is no resource '{result.GetValue(resource)}'", $"known: money, {string.Join(", ", AmountsParser.Names)}");

    private long Tolerance(ParseResult result)
    {
        if (result.GetValue(tolerance) is not { } text)
        {
            return 0;
        }

        return !AmountsParser.TryParseOne(text, out var found, out var most, out var error) ? throw new UserErrorException(ExitCode.BadCommandLine, $"--tolerance: {error}")
            : found == Compared(result) ? most
            : throw new UserErrorException(ExitCode.BadCommandLine, $"--tolerance is in {found}, and {Compared(result)} is compared");
    }

    private Dictionary<string, string> Names(ParseResult result)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in result.GetValue(map) ?? [])
        {
            var at = pair.LastIndexOf('=');
            if (at <= 0 || !names.TryAdd(pair[..at], pair[(at + 1)..]))
            {
                throw new UserErrorException(ExitCode.BadCommandLine, $"--map: expected FROM=TO, each FROM once, found '{pair}'", "for example --map proj_a1b2=acme/search");
            }
        }

        return names;
    }

    private string Id(ParseResult result, string invoice)
    {
        if (result.GetValue(id) is not { } text)
        {
            InputFile.CheckReadable(invoice);
            using var file = File.OpenRead(invoice);
            return Convert.ToHexStringLower(SHA256.HashData(file))[..16];
        }

        return text.Length is > 0 and <= LongestId && !text.Any(static character => char.IsControl(character) || character == '/')
            ? text
            : throw new UserErrorException(ExitCode.BadCommandLine, $"--invoice-id: expected at most {LongestId} characters, without '/'");
    }
}
