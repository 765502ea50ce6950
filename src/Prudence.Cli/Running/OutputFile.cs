using System.Text;

namespace Prudence.Cli.Running;

/// <summary>Writes files a person asked for: whole or not at all, so that a reader never finds half a plan.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Finds out early, before hours of work, that a file cannot be written.</summary>
    /// <exception cref="UserErrorException">The folder does not exist, or the name is that of a folder.</exception>
    public static void Check(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path))
        {
            throw new UserErrorException(ExitCode.UnwritableFile, $"'{path}' is a folder", "name a file in it");
        }

        if (!Directory.Exists(folder))
        {
            throw new UserErrorException(ExitCode.UnwritableFile, $"'{path}' cannot be written: the folder does not exist", $"make it first: mkdir -p {folder}");
        }
    }

    /// <summary>Writes a file in place of what had that name.</summary>
    public static void Write(string path, string text) => Write(path, writer => writer.Write(text));

    /// <summary>Writes a file piece by piece in place of what had that name.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> content) => WriteAsync(path, writer =>
    {
        content(writer);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Writes a file piece by piece, as the pieces come, in place of what had that name.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            var writer = new StreamWriter(temporary, append: false, Utf8);
            await using (writer.ConfigureAwait(false))
            {
                await content(writer).ConfigureAwait(false);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(ExitCode.UnwritableFile, $"'{path}' cannot be written: {error.Message}");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
