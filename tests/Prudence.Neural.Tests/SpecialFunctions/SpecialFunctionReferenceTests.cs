using System.Text.Json;
using Prudence.Neural.Tests.Reference;
using Functions = Prudence.Neural.SpecialFunctions;

namespace Prudence.Neural.Tests.SpecialFunctions;

/// <summary>Every point of the special functions, in double precision. A function that nobody knows fails.</summary>
public sealed class SpecialFunctionReferenceTests
{
    private static readonly Dictionary<string, Func<double[], double[]>> Known = new(StringComparer.Ordinal)
    {
        ["lgamma"] = static p => [Functions.LogGamma(p[0])],
        ["digamma"] = static p => [Functions.Digamma(p[0])],
        ["trigamma"] = static p => [Functions.Trigamma(p[0])],
        ["gammaP"] = static p => [Functions.GammaP(p[0], p[1]), Functions.GammaQ(p[0], p[1]), Functions.GammaPByA(p[0], p[1]), Functions.GammaPByX(p[0], p[1])],
        ["gammaDistribution"] = Gamma,
        ["erf"] = static p => [Functions.Erf(p[0])],
        ["erfc"] = static p => [Functions.Erfc(p[0])],
        ["normalCdf"] = static p => [Functions.NormalCdf(p[0])],
        ["normalQuantile"] = static p => [Functions.NormalQuantile(p[0])],
        ["studentTQuantile"] = static p => [Functions.StudentTQuantile(p[0], p[1])],
        ["studentTCdf"] = static p => [Functions.StudentTCdf(p[0], p[1])],
        ["betaCdf"] = static p => [Functions.BetaCdf(p[0], p[1], p[2])],
        ["betaQuantile"] = static p => [Functions.BetaQuantile(p[0], p[1], p[2])],
        ["chiSquareSurvival"] = static p => [Functions.ChiSquareSurvival(p[0], p[1])],
        ["logBinomial"] = static p => [Functions.LogBinomial(p[0], p[1])],
        ["logBeta"] = static p => [Functions.LogBeta(p[0], p[1])],
    };

    public static TheoryData<string> Names => SharedFolder.Absence is null ? [.. Index.EnumerateObject().Select(static item => item.Name)] : ["absent"];

    private static JsonElement Index =>
        JsonDocument.Parse(File.ReadAllBytes(SharedFolder.At("vectors", "ops", "special-functions", "index.json"))).RootElement.GetProperty("functions");

    [SharedTheory]
    [MemberData(nameof(Names))]
    public void Points_have_the_values_of_the_reference(string name)
    {
        Assert.True(Known.ContainsKey(name), $"nobody knows the function {name}");
        var function = Index.GetProperty(name);
        var (arguments, results) = (function.GetProperty("arguments").GetArrayLength(), function.GetProperty("results"));
        foreach (var point in function.GetProperty("points").EnumerateArray())
        {
            double[] numbers = [.. point.EnumerateArray().Select(static item => item.GetDouble())];
            var actual = Known[name](numbers[..arguments]);
            for (var index = 0; index < actual.Length; index++)
            {
                var (relative, absolute) = Tolerance(function.GetProperty("tolerance").GetProperty("double"), results[index].GetString()!);
                Assert.True(
                    Closeness.IsClose(numbers[arguments + index], actual[index], relative, absolute),
                    $"{name}({string.Join(", ", numbers[..arguments])}), {results[index]}: {numbers[arguments + index]:R} expected, {actual[index]:R} found");
            }
        }
    }

    private static (double Relative, double Absolute) Tolerance(JsonElement tolerance, string result)
    {
        var own = tolerance.TryGetProperty(result, out var found) ? found : tolerance;
        return (own.GetProperty("rtol").GetDouble(), own.GetProperty("atol").GetDouble());
    }

    private static double[] Gamma(double[] p)
    {
        var (y, distribution) = (p[0], new GammaDistribution(p[1], p[2]));
        return
        [
            distribution.NegativeLogLikelihood(y), distribution.NegativeLogLikelihoodByShape(y), distribution.NegativeLogLikelihoodByRate(y),
            distribution.NegativeLogLikelihoodByY(y), distribution.Cdf(y), distribution.Survival(y), distribution.CdfByShape(y),
            distribution.CdfByRate(y), distribution.Density(y),
        ];
    }
}
