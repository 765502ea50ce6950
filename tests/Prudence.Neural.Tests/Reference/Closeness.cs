namespace Prudence.Neural.Tests.Reference;

/// <summary>Compares with expected values: |actual - expected| &lt;= atol + rtol |expected| for every element.</summary>
internal static class Closeness
{
    public static void Check(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double relative, double absolute)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {expected.Length} elements expected, {actual.Length} found");
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.True(
                IsClose(expected[index], actual[index], relative, absolute),
                $"{what}[{index}]: {expected[index]:R} expected, {actual[index]:R} found; allowed are {absolute:R} + {relative:R} relative");
        }
    }

    public static bool IsClose(double expected, double actual, double relative, double absolute) =>
        expected.Equals(actual) || Math.Abs(actual - expected) <= absolute + (relative * Math.Abs(expected));

    /// <summary>The length of the difference of two vectors.</summary>
    public static double Distance(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        double sum = 0;
        for (var index = 0; index < expected.Length; index++)
        {
            sum += Math.Pow((double)actual[index] - expected[index], 2);
        }

        return Math.Sqrt(sum);
    }
}
