using System.Text;

namespace Prudence.Cli.Running;

/// <summary>Where a command writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isOutputInteractive = false, bool isErrorInteractive = false)
{
    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>True if a person reads the results on a screen that understands colours and wants them.</summary>
    public bool UsesColor { get; } = isOutputInteractive && AllowsColor();

    /// <summary>True if a person watches the messages, so that a line may be overwritten.</summary>
    public bool ShowsProgress { get; } = isErrorInteractive && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Characters in a line of the screen.</summary>
    public int Width => ShowsProgress ? WidthOfScreen() : int.MaxValue;

    /// <summary>The terminal of this process. Writes are collected; <see cref="Flush"/> sends them.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamWriter(StandardStream.Output(), utf8, bufferSize: 16 * 1024),
            new StreamWriter(StandardStream.Error(), utf8, bufferSize: 256) { AutoFlush = true },
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected);
    }

    /// <summary>Sends what was written.</summary>
    public void Flush() => Out.Flush();

    private static int WidthOfScreen()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    // https://no-color.org: any value but the empty one switches colours off.
    private static bool AllowsColor() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
