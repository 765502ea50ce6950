using System.Globalization;
using System.Text.Json;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class ExportTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Json_lines_hold_all_that_the_records_do()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "jsonl");

        Assert.Equal(await RecordsAsync(), Records(run.Out.TrimEnd('\n').Split('\n').Select(static line => EntryOf(JsonDocument.Parse(line).RootElement))));
    }

    [Fact]
    public async Task Comma_separated_values_hold_all_that_the_records_do()
    {
        await file.WithSampleAsync();

        await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "csv", "--out", file["all.csv"]);

        Assert.Equal(await RecordsAsync(), Records(ReadCsv(File.ReadAllText(file["all.csv"]))));
        Assert.All(File.ReadAllText(file["all.csv"]).Split('\n')[..^1], static line => Assert.EndsWith("\r", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_survives_quoting_and_guarding() => Check.One(Config.QuickThrowOnFailure.WithReplay(7, 7), Prop.ForAll<NonNull<string>>(static text =>
    {
        using var csv = new CsvParser(new StringReader($"{CsvText.Quote(CsvText.Guard(text.Get))},x\r\n"), CultureInfo.InvariantCulture);
        csv.Read();
        return Unguard(csv.Record![0]) == text.Get;
    }));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("draft", "draft")]
    [InlineData("a=b", "a=b")]
    public void Formulas_are_guarded(string text, string cell) => Assert.Equal(cell, CsvText.Guard(text));

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(1, "0.000000001")]
    [InlineData(-15_000_001, "-0.015000001")]
    [InlineData(-1, "-0.000000001")]
    [InlineData(1_234_500_000_000, "1234.50")]
    [InlineData(long.MaxValue, "9223372036.854775807")]
    public void Dollars_have_all_their_digits(long nanoDollars, string text) => Assert.Equal(text, CsvText.Dollars(new Money(nanoDollars)));

    [Fact]
    public async Task Time_and_scope_choose_entries()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "jsonl", "--scope", "acme/search", "--since", "2026-03-01T00:00:02Z", "--until", "2026-03-01T01:00Z");

        Assert.Equal([4, 5, 6], run.Out.TrimEnd('\n').Split('\n').Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task Each_hold_that_ended_is_a_span()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "otlp");
        var again = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "otlp");

        Assert.Equal(run.Out, again.Out);
        var spans = run.Json.GetProperty("resourceSpans")[0].GetProperty("scopeSpans")[0].GetProperty("spans").EnumerateArray().ToList();
        Assert.Equal(["settled", "overrun", "released", "expired"], spans.Select(static span => Attribute(span, "prudence.hold.ending").GetProperty("stringValue").GetString()));
        var first = spans[0];
        Assert.Equal("draft", first.GetProperty("name").GetString());
        Assert.Equal("1772323200000000000", first.GetProperty("startTimeUnixNano").GetString());
        Assert.Equal("1772323202000000000", first.GetProperty("endTimeUnixNano").GetString());
        Assert.Matches("^[0-9a-f]{32}$", first.GetProperty("traceId").GetString());
        Assert.Matches("^[0-9a-f]{16}$", first.GetProperty("spanId").GetString());
        Assert.Equal("1200", Attribute(first, "gen_ai.usage.input_tokens").GetProperty("intValue").GetString());
        Assert.Equal("310", Attribute(first, "gen_ai.usage.output_tokens").GetProperty("intValue").GetString());
        Assert.Equal("11400000", Attribute(first, "prudence.cost.nano_dollars").GetProperty("intValue").GetString());
        Assert.Equal("req-1", Attribute(first, "prudence.idempotency_key").GetProperty("stringValue").GetString());
        Assert.False(first.TryGetProperty("status", out _));
        Assert.Equal([2, 2], new[] { spans[1], spans[3] }.Select(static span => span.GetProperty("status").GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task A_misspelt_format_and_the_ledger_itself_as_output_are_refused()
    {
        await file.WithSampleAsync();
        var before = File.ReadAllBytes(file.Path);

        var format = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "jsonnl");
        var itself = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "csv", "--out", file.Path);

        Assert.Contains("did you mean 'jsonl'?", format.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadCommandLine, itself.ExitCode);
        Assert.Equal(before, File.ReadAllBytes(file.Path));
    }

    private static JsonElement Attribute(JsonElement span, string name) =>
        span.GetProperty("attributes").EnumerateArray().Single(item => item.GetProperty("key").GetString() == name).GetProperty("value");

    private async Task<List<string>> RecordsAsync()
    {
        await using var store = SqliteLedgerStore.OpenReadOnly(file.Path);
        List<string> records = [];
        await foreach (var record in store.ReadAsync(1, long.MaxValue))
        {
            records.Add(Convert.ToHexString(record.Bytes.Span));
        }

        return records;
    }

    /// <summary>The records that entries have; where a field is wrong or missing, so is the record.</summary>
    private static List<string> Records(IEnumerable<LedgerEntry> entries)
    {
        var codec = new LedgerCodec();
        return [.. entries.Select(entry => Convert.ToHexString(codec.Encode(entry).Record.Bytes.Span))];
    }

    private static LedgerEntry EntryOf(JsonElement line)
    {
        var entry = new LedgerEntry
        {
            Sequence = line.GetProperty("sequence").GetInt64(),
            Time = line.GetProperty("time").GetDateTimeOffset(),
            Kind = Enum.Parse<LedgerEntryKind>(line.GetProperty("kind").GetString()!, ignoreCase: true),
            Marks = Marks(line.GetProperty("marks").EnumerateArray().Select(static mark => mark.GetString()!)),
            Scope = line.GetProperty("scope").GetString()!,
            HoldId = line.GetProperty("hold").GetInt64(),
            ExpiresAt = line.TryGetProperty("expiresAt", out var expiry) ? expiry.GetDateTimeOffset() : null,
            Window = line.TryGetProperty("window", out var window) ? Window(window.GetString()!) : null,
            Purpose = line.GetProperty("purpose").GetString()!,
            IdempotencyKey = line.GetProperty("idempotencyKey").GetString()!,
            Body = Hash(line.GetProperty("body").GetString()!),
            Previous = Hash(line.GetProperty("previous").GetString()!),
        };
        return line.GetProperty("amounts").EnumerateArray().Aggregate(entry, static (sum, item) => sum with
        {
            Amounts = sum.Amounts.With(new Resource(item.GetProperty("resource").GetString()!, item.GetProperty("unit").GetString()!), item.GetProperty("amount").GetInt64()),
        });
    }

    private static IEnumerable<LedgerEntry> ReadCsv(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new LedgerEntry
            {
                Sequence = csv.GetField<long>("sequence"),
                Time = DateTimeOffset.Parse(csv.GetField("time")!, CultureInfo.InvariantCulture),
                Kind = Enum.Parse<LedgerEntryKind>(csv.GetField("kind")!, ignoreCase: true),
                Marks = Marks(csv.GetField("marks")!.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                Scope = Unguard(csv.GetField("scope")!),
                Purpose = Unguard(csv.GetField("purpose")!),
                HoldId = csv.GetField("hold") is { Length: > 0 } hold ? long.Parse(hold, CultureInfo.InvariantCulture) : 0,
                ExpiresAt = csv.GetField("expires_at") is { Length: > 0 } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
                Amounts = Amounts(csv),
                Window = csv.GetField("window") is { Length: > 0 } window ? Window(window) : null,
                IdempotencyKey = Unguard(csv.GetField("idempotency_key")!),
                Body = Hash(csv.GetField("body")!),
                Previous = Hash(csv.GetField("previous")!),
            };
        }
    }

    private static Cost Amounts(CsvReader csv)
    {
        var cost = csv.GetField("dollars") is { Length: > 0 } dollars ? Cost.Zero.With(Money.Parse($"${dollars}")) : Cost.Zero;
        Assert.Equal(cost[Resource.Money], csv.GetField<long?>("nano_dollars") ?? 0);
        foreach (var resource in (Resource[])[Resource.InputTokens, Resource.CachedReadTokens, Resource.CachedWriteTokens, Resource.OutputTokens, Resource.ReasoningTokens])
        {
            cost = cost.With(resource, csv.GetField<long?>(resource.Name.Replace('-', '_')) ?? 0);
        }

        foreach (var item in Unguard(csv.GetField("other_amounts")!).Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (open, close) = (item.IndexOf('[', StringComparison.Ordinal), item.IndexOf(']', StringComparison.Ordinal));
            cost = cost.With(new Resource(Uri.UnescapeDataString(item[(close + 2)..]), Uri.UnescapeDataString(item[(open + 1)..close])), long.Parse(item[..open], CultureInfo.InvariantCulture));
        }

        return cost;
    }

    private static LedgerMarks Marks(IEnumerable<string> names) =>
        names.Aggregate(LedgerMarks.None, static (marks, name) => marks | Enum.Parse<LedgerMarks>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));

    private static LimitWindow Window(string text) => LimitWindowText.TryParse(text, out var window, out var error) ? window : throw new FormatException(error);

    private static LedgerHash Hash(string text) => LedgerHash.Read(Convert.FromHexString(text));

    private static string Unguard(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;
}
