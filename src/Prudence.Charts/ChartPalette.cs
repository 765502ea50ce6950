namespace Prudence.Charts;

/// <summary>
/// The colours of charts: blue, vermilion, green, purple, orange and sky blue of Okabe and Ito (2008), which people of all kinds of colour vision tell
/// apart, and lighter ones of the same hues on dark ground.
/// </summary>
public static class ChartPalette
{
    private static readonly string[] Light = ["#0072b2", "#d55e00", "#00795a", "#a3447a", "#8f6200", "#2a7fb0"];
    private static readonly string[] Dark = ["#6db6ff", "#ff9a5c", "#4fd1a5", "#f2a6cf", "#f0b840", "#8fd0f7"];

    /// <summary>How many colours there are.</summary>
    public static int Colors => Light.Length;

    /// <summary>The rules for a chart that stands alone. Plain rules twice instead of variables: not every program that shows SVG knows those.</summary>
    internal static string Sheet { get; } = $$"""

        .panels { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        .panels .title { font-size: 15px; font-weight: 600; }
        .panels .name { font-weight: 600; }
        .panels .line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
        .panels .dashed { stroke-dasharray: 5 3; }
        .panels .band { stroke: none; fill-opacity: .28; }
        .panels .mark { stroke-width: 1; }
        .panels .threshold { stroke-width: 1; stroke-dasharray: 2 3; }
        .panels .grid { stroke-width: 1; }
        .panels .halo { paint-order: stroke; stroke-width: 3; stroke-linejoin: round; }
        {{Rules("#ffffff", "#1c2430", "#55606f", "#e3e7ec", "#a9b2bd", Light)}}
        @media (prefers-color-scheme: dark) {
        {{Rules("#12161c", "#e4e9f0", "#9aa7b7", "#2b333e", "#5d6a7a", Dark)}}
        }

        """;

    private static string Rules(string page, string text, string quiet, string grid, string zero, string[] colors) => string.Join('\n',
    [
        $".panels .page {{ fill: {page}; }} .panels .halo {{ stroke: {page}; }}",
        $".panels text {{ fill: {text}; }}",
        $".panels .quiet {{ fill: {quiet}; }}",
        $".panels .grid {{ stroke: {grid}; }}",
        $".panels .zero {{ stroke: {zero}; }}",
        $".panels .threshold {{ stroke: {quiet}; }}",
        .. colors.Select(static (color, index) => $".panels .stroke{index} {{ stroke: {color}; }} .panels .fill{index} {{ fill: {color}; }}"),
    ]);
}
