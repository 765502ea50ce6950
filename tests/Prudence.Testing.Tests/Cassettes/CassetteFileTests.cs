namespace Prudence.Testing.Tests.Cassettes;

public sealed class CassetteFileTests : IDisposable
{
    private const string Good = """{"hash":"46d3d87bda1a9e2ea0f9c7bf9b3b7d0a9e05c3ee4d8b9f6a","request":{},"response":{}}""";
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    /// <summary>Guards the format: cassettes that people keep must stay readable, and the same hash must come out on every machine.</summary>
    [Fact]
    public async Task The_file_looks_as_documented()
    {
        using var cassette = await Cassette.OpenAsync(file.Name);
        var client = new CassetteChatClient(new ScriptedChatClient(ScriptedAnswer.Saying("Hé", "<llo>").Using(3, 2)), cassette, CassetteMode.Record);

        await Reading.AllOf(client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], new() { Temperature = 0.7f, MaxOutputTokens = 9 }));

        Assert.Equal(
            """
            {"cassette":1}
            {"hash":"9e73df463277d0466f456a25e7bedfc29cd1492c63210b641d2bce3a6d844aac","request":{"messages":[{"contents":[{"$type":"text","text":"Hi"}],"role":"user"}],"model":"scripted","options":{"maxOutputTokens":9,"temperature":0.7},"stream":true},"updates":[{"contents":[{"$type":"text","text":"Hé"}],"messageId":"message-1","modelId":"scripted","responseId":"response-1","role":"assistant"},{"contents":[{"$type":"text","text":"<llo>"}],"messageId":"message-1","modelId":"scripted","responseId":"response-1","role":"assistant"},{"contents":[],"finishReason":"stop","messageId":"message-1","modelId":"scripted","responseId":"response-1","role":"assistant"},{"contents":[{"$type":"usage","details":{"inputTokenCount":3,"outputTokenCount":2,"totalTokenCount":5}}],"messageId":"message-1","modelId":"scripted","responseId":"response-1","role":"assistant"}]}

            """,
            await File.ReadAllTextAsync(file.Name));
    }

    [Theory]
    [InlineData("", ":1: the first line of a cassette is {\"cassette\":1}, so this is another kind of file: name another one")]
    [InlineData("{}", ":1: the first line of a cassette is {\"cassette\":1}, so this is another kind of file: name another one")]
    [InlineData("{\"cassette\":2}", ":1: the cassette has version 2, and this program reads version 1: record it again, or use the program that wrote it")]
    [InlineData("{\"cassette\":1}\n\n{\"hash", ":3: this is no JSON at character 7; restore the file, or delete this line and record again")]
    [InlineData("{\"cassette\":1}\n[]", ":2: expected an object with a request and its answer; restore the file, or delete this line and record again")]
    [InlineData("{\"cassette\":1}\n{}", ":2: expected an object \"request\"; restore the file, or delete this line and record again")]
    [InlineData("{\"cassette\":1}\n{\"request\":{}}", ":2: expected an object \"response\" or an array \"updates\"; restore the file, or delete this line and record again")]
    [InlineData("{\"cassette\":1}\n" + Good, ":2: the hash is not that of the request, which would be 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a: the line was changed; restore the file, or delete this line and record again")]
    public async Task A_file_that_is_not_right_is_refused_with_its_place(string text, string message)
    {
        await File.WriteAllTextAsync(file.Name, text);

        var error = await Assert.ThrowsAsync<CassetteFormatException>(() => Cassette.OpenAsync(file.Name));

        Assert.Equal(file.Name + message, error.Message);
    }

    [Theory]
    [InlineData("\"response\":{\"messages\":7}")]
    [InlineData("\"response\":{\"messages\":[{\"contents\":[{\"$type\":\"no such\"}]}]}")]
    [InlineData("\"response\":{\"usage\":{\"inputTokenCount\":\"many\"}}")]
    [InlineData("\"updates\":[null]")]
    [InlineData("\"updates\":[[]]")]
    public async Task An_answer_that_is_not_right_is_refused_with_its_place(string answer)
    {
        await File.WriteAllTextAsync(file.Name, $"{{\"cassette\":1}}\n{{\"hash\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\"request\":{{}},{answer}}}");

        var error = await Assert.ThrowsAsync<CassetteFormatException>(() => Cassette.OpenAsync(file.Name));

        Assert.StartsWith($"{file.Name}:2: the answer cannot be read: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task Deep_nesting_doubled_members_and_large_files_are_refused()
    {
        await File.WriteAllTextAsync(file.Name, "{\"cassette\":1}\n" + new string('[', 100_000));
        Assert.Equal(2, (await Assert.ThrowsAsync<CassetteFormatException>(() => Cassette.OpenAsync(file.Name))).Line);

        await File.WriteAllTextAsync(file.Name, "{\"cassette\":1}\n{\"request\":{},\"request\":{}}");
        Assert.Equal(2, (await Assert.ThrowsAsync<CassetteFormatException>(() => Cassette.OpenAsync(file.Name))).Line);

        var error = await Assert.ThrowsAsync<CassetteFormatException>(() => Cassette.OpenAsync(file.Name, new() { MaxFileBytes = 10 }));
        Assert.Equal($"{file.Name}: the file has 42 bytes and at most 10 are read: split it, or raise CassetteOptions.MaxFileBytes", error.Message);
    }

    /// <summary>Whatever stands in the file, there is either a cassette or a message with a line.</summary>
    [Fact]
    public async Task Damaged_files_are_read_or_refused_but_nothing_else()
    {
        using (var cassette = await Cassette.OpenAsync(file.Name))
        {
            var client = new CassetteChatClient(ScriptedChatClient.FromSeed(1, AnswerProfile.Honest), cassette, CassetteMode.Record);
            await client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")]);
            await Reading.AllOf(client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")]));
        }

        var sound = await File.ReadAllBytesAsync(file.Name);
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 150; i++)
        {
            var damaged = sound.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file.Name, damaged[..(i % 3 == 0 ? random.Next(damaged.Length) : damaged.Length)]);
            var error = await Record.ExceptionAsync(async () => (await Cassette.OpenAsync(file.Name)).Dispose());
            refused += error is null ? 0 : 1;
            Assert.True(error is null || error is CassetteFormatException { Line: > 0 }, error?.ToString());
        }

        Assert.InRange(refused, 75, 149);
    }
}
