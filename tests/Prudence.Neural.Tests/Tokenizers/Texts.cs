using FsCheck;
using FsCheck.Fluent;

namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>Random texts, seeded.</summary>
internal static class Texts
{
    public static Config Seeded { get; } = Config.QuickThrowOnFailure.WithReplay(20261128, 7).WithMaxTest(3000);

    /// <summary>Texts of these pieces.</summary>
    public static Arbitrary<string> Of(params string[] pieces) => Gen.Elements(pieces).ListOf().Select(static parts => string.Concat(parts)).ToArbitrary();
}
