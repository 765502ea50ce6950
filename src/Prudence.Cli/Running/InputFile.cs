using System.Text;

namespace Prudence.Cli.Running;

/// <summary>Reads files a person named, and says it plainly where that fails.</summary>
internal static class InputFile
{
    public static string Read(string path)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : Decode(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"there is no file '{path}'", Neighbour(path));
        }
        catch (UnauthorizedAccessException)
        {
            throw new UserErrorException(
                ExitCode.UnreadableFile, $"'{path}' cannot be read", Directory.Exists(path) ? "it is a folder: name a file in it" : "check its permissions");
        }
        catch (IOException error)
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"'{path}' cannot be read: {error.Message}");
        }
    }

    /// <summary>Finds out that a file is there, for those who read it piece by piece.</summary>
    /// <exception cref="UserErrorException">It is not.</exception>
    public static void CheckReadable(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"'{path}' cannot be read", "it is a folder: name a file in it");
        }

        if (!File.Exists(path))
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"there is no file '{path}'", Neighbour(path));
        }
    }

    // As readers of streams do, but without one unless the text is not UTF-8.
    private static string Decode(byte[] text) => text switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(text.AsSpan(3)),
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, 0, 0xFE, 0xFF, ..] => new StreamReader(new MemoryStream(text)).ReadToEnd(),
        _ => Encoding.UTF8.GetString(text),
    };

    /// <summary>A file in the same folder whose name is close to the one asked for.</summary>
    public static string? Neighbour(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            return $"the folder '{Path.GetDirectoryName(path)}' does not exist either";
        }

        var nearest = Spelling.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(static file => Path.GetFileName(file)));
        return nearest is null ? null : $"did you mean '{Path.Combine(Path.GetDirectoryName(path) ?? "", nearest)}'?";
    }
}
