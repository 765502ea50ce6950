namespace Prudence.Budgeting.Tests.Ledgers;

public sealed class LedgerDamageTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Every_bit_flip_and_every_cut_is_found_where_it_is_and_the_start_refused()
    {
        var store = await SampleLedger.CreateAsync(seed: 1, steps: 60, clock);
        var random = new Random(2);
        for (var i = 0; i < 1000; i++)
        {
            var index = random.Next(store.Records.Count);
            var whole = store.Records[index];
            store.Records[index] = whole with { Bytes = i % 4 == 0 ? whole.Bytes[..random.Next(whole.Bytes.Length)] : Flipped(whole.Bytes, random) };

            var error = await Assert.ThrowsAsync<LedgerCorruptionException>(() => Ledger.OpenAsync(store));

            Assert.Equal(whole.Sequence, error.Sequence);
            store.Records[index] = whole;
        }

        await Ledger.VerifyAsync(store);
    }

    [Fact]
    public async Task Bytes_with_a_right_hash_but_damaged_fields_never_crash_the_reader_nor_make_a_ledger()
    {
        var store = await SampleLedger.CreateAsync(seed: 3, steps: 60, clock);
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var index = random.Next(store.Records.Count);
            var whole = store.Records[index];
            var body = Flipped(whole.Bytes[..^LedgerHash.Size], random).ToArray();
            store.Records[index] = whole with { Bytes = (byte[])[.. body, .. LedgerHash.Of(body).ToArray()] };

            // The name of a time zone, when damaged, is one that the machine does not know.
            var error = await Record.ExceptionAsync(() => Ledger.VerifyAsync(store));
            Assert.True(error is LedgerCorruptionException || (error is LedgerUnavailableException && error.Message.Contains("time zone", StringComparison.Ordinal)), $"{error}");

            store.Records[index] = whole;
        }
    }

    [Fact]
    public async Task Damage_that_a_repeated_request_comes_upon_ends_the_ledger()
    {
        var store = new InMemoryLedgerStore();
        await using var ledger = await Ledger.OpenAsync(store, new LedgerOptions { Clock = clock });
        await ledger.GrantAsync("house", SampleLedger.Of(10), idempotencyKey: "grant");
        store.Records[0] = store.Records[0] with { Bytes = Flipped(store.Records[0].Bytes, new Random(9)) };

        var error = await Assert.ThrowsAsync<LedgerCorruptionException>(() => ledger.GrantAsync("house", SampleLedger.Of(10), idempotencyKey: "grant"));

        Assert.Equal(1, error.Sequence);
        Assert.Same(error, await Assert.ThrowsAsync<LedgerCorruptionException>(() => ledger.ReserveAsync("house", SampleLedger.Of(1))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(-1, 1)]
    [InlineData(-5, 5)]
    public async Task Records_taken_away_are_missed(int index, int count)
    {
        var store = await SampleLedger.CreateAsync(seed: 5, steps: 30, clock);
        store.Records.RemoveRange(index < 0 ? store.Records.Count + index : index, count);

        await Assert.ThrowsAsync<LedgerCorruptionException>(() => Ledger.OpenAsync(store));
    }

    [Fact]
    public async Task Records_in_another_order_are_noticed()
    {
        var store = await SampleLedger.CreateAsync(seed: 6, steps: 30, clock);
        (store.Records[3], store.Records[4]) = (store.Records[4] with { Sequence = 4 }, store.Records[3] with { Sequence = 5 });

        Assert.Equal(4, (await Assert.ThrowsAsync<LedgerCorruptionException>(() => Ledger.OpenAsync(store))).Sequence);
    }

    [Fact]
    public async Task Decoding_and_encoding_again_gives_the_same_bytes()
    {
        var store = await SampleLedger.CreateAsync(seed: 7, steps: 200, clock);
        var codec = new LedgerCodec();
        Assert.All(store.Records, record => Assert.Equal(record.Bytes.ToArray(), codec.Encode(LedgerCodec.Decode(record)).Record.Bytes.ToArray()));
        Assert.Equal(6, store.Records.Select(static record => LedgerCodec.Decode(record).Kind).Distinct().Count());
    }

    private static ReadOnlyMemory<byte> Flipped(ReadOnlyMemory<byte> bytes, Random random)
    {
        var copy = bytes.ToArray();
        copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }
}
