using System.Collections;
using System.Reflection;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Compares syntax trees part by part, positions aside.</summary>
internal static class AstComparer
{
    public static void AssertSame(object expected, object actual) => Assert.Null(FindDifference(expected, actual, expected.GetType().Name));

    /// <summary>Where two trees differ; null if nowhere.</summary>
    public static string? FindDifference(object? left, object? right, string path)
    {
        if (left is null || right is null || left is string or decimal or bool or char)
        {
            return Equals(left, right) ? null : $"{path}: {left} / {right}";
        }

        if (left.GetType() != right.GetType())
        {
            return $"{path}: {left.GetType().Name} / {right.GetType().Name}";
        }

        return left is IList leftList ? FindDifference(leftList, (IList)right, path) : FindDifferenceOfProperties(left, right, path);
    }

    private static string? FindDifference(IList left, IList right, string path)
    {
        if (left.Count != right.Count)
        {
            return $"{path}: {left.Count} / {right.Count} elements";
        }

        return Enumerable.Range(0, left.Count).Select(i => FindDifference(left[i], right[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
    }

    private static string? FindDifferenceOfProperties(object left, object right, string path) =>
        left.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType != typeof(SourcePosition) && p.GetIndexParameters().Length == 0)
            .Select(p => FindDifference(p.GetValue(left), p.GetValue(right), $"{path}.{p.Name}"))
            .FirstOrDefault(d => d is not null);
}
