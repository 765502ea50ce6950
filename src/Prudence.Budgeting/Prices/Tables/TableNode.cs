using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prudence.Budgeting.Prices.Tables;

/// <summary>A value in a JSON table that knows its place, so that whatever is wrong with it can be said with its path.</summary>
internal readonly partial record struct TableNode(string Table, string Path, JsonElement Value)
{
    private const int NanoDecimals = 9;

    public static JsonDocument Open(Stream stream, PriceSource source)
    {
        try
        {
            return JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException error)
        {
            throw new PriceTableException(source.Table, $"line {error.LineNumber + 1}", $"this is no JSON: {error.Message}", error);
        }
    }

    public static TableNode Root(JsonDocument document, PriceSource source) => new(source.Table, "$", document.RootElement);

    /// <summary>The elements of an array.</summary>
    public IEnumerable<TableNode> Items()
    {
        var self = Expect(JsonValueKind.Array, "a list");
        return self.Value.EnumerateArray().Select((item, index) => self with { Path = $"{self.Path}[{index}]", Value = item });
    }

    /// <summary>The members of an object.</summary>
    public IEnumerable<(string Name, TableNode Node)> Members()
    {
        var self = Expect(JsonValueKind.Object, "an object");
        return self.Value.EnumerateObject().Select(member => (member.Name, self.Child(member.Name, member.Value)));
    }

    /// <summary>A member that must be there.</summary>
    public TableNode Member(string name) => Optional(name) ?? throw Fail($"expected a member \"{name}\"");

    /// <summary>A member, or null if it is missing or null.</summary>
    public TableNode? Optional(string name) =>
        Expect(JsonValueKind.Object, "an object").Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Child(name, value) : null;

    public string Text() => Expect(JsonValueKind.String, "a text").Value.GetString()!;

    public long Count() => Expect(JsonValueKind.Number, "a whole number").Value.TryGetInt64(out var count) && count >= 0
        ? count
        : throw Fail("expected a whole number that is not negative");

    /// <summary>A date such as <c>2026-03-13</c>.</summary>
    public DateOnly Date() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw Fail("expected a date such as 2026-03-13");

    /// <summary>A time of day in universal time such as <c>16:30:00Z</c>.</summary>
    public TimeOnly Time() => Text() is ['0' or '1' or '2', ..] text && text.EndsWith('Z')
        && TimeOnly.TryParseExact(text[..^1], "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Fail("expected a time of day in UTC such as 16:30:00Z");

    /// <summary>
    /// A price in dollars for ten to the power of <paramref name="unitsPower"/> units, as its text says it and not as a floating-point number.
    /// What is finer than a nano-dollar per million units is a trace of binary fractions in the making of the table and is rounded to the nearest, but never to nothing: only a price of zero is free.
    /// </summary>
    public UnitPrice Price(int unitsPower)
    {
        const string Expected = "expected a price in dollars, a number that is not negative";
        var text = Expect(JsonValueKind.Number, "a price in dollars").Value.GetRawText();
        if (!DecimalNumber.TryParse(text, out var number) || number.Digits.Sign < 0)
        {
            throw Fail($"{Expected}, found {text}");
        }

        var nanoDollars = number.Scale(NanoDecimals + 6 - unitsPower);
        nanoDollars = nanoDollars.IsZero && !number.Digits.IsZero ? 1 : nanoDollars;
        return nanoDollars <= long.MaxValue ? new UnitPrice((long)nanoDollars) : throw Fail($"{Expected} and less than {Money.MaxValue} per million, found {text}");
    }

    public PriceTableException Fail(string expected, Exception? inner = null) => new(Table, Path, expected, inner);

    private TableNode Expect(JsonValueKind kind, string what) => Value.ValueKind == kind ? this : throw Fail($"expected {what}, found {Describe(Value.ValueKind)}");

    private TableNode Child(string name, JsonElement value) => this with { Path = Simple().IsMatch(name) ? $"{Path}.{name}" : $"{Path}[\"{name}\"]", Value = value };

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Simple();
}
