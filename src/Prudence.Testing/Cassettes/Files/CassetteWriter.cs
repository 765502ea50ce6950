using System.Text;
using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>Writes a cassette beside the old one and puts it in its place, so that a reader sees the one or the other.</summary>
internal static class CassetteWriter
{
    public static async Task WriteAsync(string file, IReadOnlyList<CassetteEntry> entries, CancellationToken cancellation)
    {
        var temporary = $"{file}.{Environment.ProcessId}.new";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Line(new JsonObject { [CassetteFormat.Header] = CassetteFormat.Version }), cancellation).ConfigureAwait(false);
                foreach (var entry in entries)
                {
                    await stream.WriteAsync(Line(Render(entry)), cancellation).ConfigureAwait(false);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static JsonObject Render(CassetteEntry entry) => new()
    {
        [CassetteFormat.Hash] = entry.Hash,
        [CassetteFormat.Request] = entry.RequestJson.DeepClone(),
        [entry.IsStreaming ? CassetteFormat.Updates : CassetteFormat.Response] = entry.Answer.DeepClone(),
    };

    private static byte[] Line(JsonNode node) => Encoding.UTF8.GetBytes(CanonicalJson.Text(node) + "\n");
}
