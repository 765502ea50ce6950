using System.Globalization;
using System.Text;

namespace Prudence.Charts;

/// <summary>The corners of lines on the picture. However many values there are, a line has a few corners for each pixel of its width and no more.</summary>
internal static class StepPath
{
    /// <summary>The corners of a line. Of the values within one pixel the first, the least, the greatest and the last are kept, in their order.</summary>
    /// <param name="points">The values, placed on the picture.</param>
    /// <param name="isStep">Whether each value holds until the next.</param>
    public static List<ChartPoint> Corners(IEnumerable<ChartPoint> points, bool isStep)
    {
        List<ChartPoint> corners = [];
        List<ChartPoint> pixel = [];
        foreach (var point in points)
        {
            if (pixel.Count > 0 && Math.Floor(pixel[0].X) != Math.Floor(point.X))
            {
                Add(corners, pixel, isStep);
            }

            pixel.Add(point);
        }

        Add(corners, pixel, isStep);
        return corners;
    }

    /// <summary>The corners as the data of a path.</summary>
    public static string Data(IReadOnlyList<ChartPoint> corners)
    {
        var data = new StringBuilder();
        var (lastX, lastY) = ("", "");
        foreach (var corner in corners)
        {
            var (x, y) = (Tenths(corner.X), Tenths(corner.Y));
            data.Append(lastX.Length == 0 ? $"M{x} {y}" : x == lastX && y == lastY ? "" : y == lastY ? $"H{x}" : x == lastX ? $"V{y}" : $"L{x} {y}");
            (lastX, lastY) = (x, y);
        }

        return data.ToString();
    }

    private static void Add(List<ChartPoint> corners, List<ChartPoint> pixel, bool isStep)
    {
        foreach (var point in Kept(pixel))
        {
            if (isStep && corners.Count > 0 && corners[^1].Y != point.Y && corners[^1].X != point.X)
            {
                corners.Add(corners[^1] with { X = point.X });
            }

            corners.Add(point);
        }

        pixel.Clear();
    }

    private static IEnumerable<ChartPoint> Kept(List<ChartPoint> pixel)
    {
        if (pixel.Count <= 4)
        {
            return pixel;
        }

        var (least, most) = (0, 0);
        for (var i = 1; i < pixel.Count; i++)
        {
            least = pixel[i].Y < pixel[least].Y ? i : least;
            most = pixel[i].Y > pixel[most].Y ? i : most;
        }

        return new SortedSet<int> { 0, least, most, pixel.Count - 1 }.Select(index => pixel[index]);
    }

    // Finer than a tenth of a pixel nobody sees.
    private static string Tenths(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
