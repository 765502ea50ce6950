using System.Globalization;
using Prudence.Budgeting.Prices;

namespace Prudence.Cli.Commands.Prices;

/// <summary>A price that differs; null on the side that has none.</summary>
internal sealed record PriceChange(PricedModel Model, PriceComponent Component, TieredPrice? Before, TieredPrice? After)
{
    /// <summary>The change of the price for short input in tenths of a percent, rounded towards zero; null where there is nothing to compare or the first is free.</summary>
    public Int128? Permille => Before is { Base.NanoDollarsPerMillion: > 0 and var before } && After is { } after
        ? ((Int128)after.Base.NanoDollarsPerMillion - before) * 1000 / before
        : null;

    /// <summary>The change for people, for example <c>+20.0%</c>.</summary>
    public string Percent => (Before, After, Permille) switch
    {
        (null, _, _) => "new",
        (_, null, _) => "gone",
        _ when Before.Base == After.Base => "tiers",
        (_, _, { } permille) => ((decimal)permille / 10).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%",
        _ => "was free",
    };
}
