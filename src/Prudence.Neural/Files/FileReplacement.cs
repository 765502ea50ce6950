namespace Prudence.Neural.Files;

/// <summary>Writes a file whole or not at all: whoever reads it finds the old one until all of the new one is on the disk.</summary>
internal static class FileReplacement
{
    public static void Write(string path, Action<Stream> content)
    {
        var temporary = path + ".part";
        try
        {
            using (var stream = File.Create(temporary))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
