using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Prudence.Models.OpenAI.Tests;

/// <summary>
/// A server on the loopback that takes one request per connection and answers with the bytes it was given, so that an answer can end at any of them.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const int HeadCapacity = 512;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Queue<CannedAnswer> answers;
    private readonly List<(string Head, string Body)> requests = [];
    private readonly Task serving;

    public LoopbackServer(params CannedAnswer[] answers)
    {
        this.answers = new Queue<CannedAnswer>(answers);
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");

    /// <summary>Completes when an answer that does not end has been sent as far as it goes.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Requests => requests.Count;

    public string Head(int index) => requests[index].Head;

    public JsonElement Body(int index) => JsonDocument.Parse(requests[index].Body).RootElement;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var connection = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(connection.GetStream());
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The client or the test has gone.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var head = await ReadHeadAsync(stream);
        var length = head.Split("\r\n").Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(static line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, stopping.Token);
        requests.Add((head, Encoding.UTF8.GetString(body)));
        var answer = answers.Dequeue();
        await stream.WriteAsync(answer.Bytes, stopping.Token);
        if (answer.IsEndless)
        {
            Hanging.TrySetResult();
            await stream.ReadExactlyAsync(new byte[1], stopping.Token);
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder(HeadCapacity);
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, stopping.Token);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
