namespace Prudence.Budgeting.Prices;

/// <summary>The price of requests with long input.</summary>
/// <param name="Start">It holds for requests with more tokens of input than this.</param>
/// <param name="Price">The price then.</param>
public readonly record struct PriceTier(long Start, UnitPrice Price);
