namespace Prudence.Budgeting.Prices;

/// <summary>What one model costs during one period, part by part.</summary>
public sealed class ModelPrice
{
    private readonly TieredPrice?[] prices = new TieredPrice?[PriceComponents.All.Count];

    /// <summary>Makes a price from those of its parts.</summary>
    public ModelPrice(PriceValidity validity, IEnumerable<KeyValuePair<PriceComponent, TieredPrice>> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        Validity = validity;
        foreach (var (component, price) in prices)
        {
            this.prices[(int)component] = price;
        }
    }

    /// <summary>When it holds.</summary>
    public PriceValidity Validity { get; }

    /// <summary>The parts that have a price of their own.</summary>
    public IEnumerable<PriceComponent> Priced => PriceComponents.All.Where(component => prices[(int)component] is not null);

    /// <summary>A part's own price; null if it has none.</summary>
    public TieredPrice? this[PriceComponent component] => prices[(int)component];

    /// <summary>
    /// What a part costs: its own price, or else that of the part it falls back to (cached tokens and audio cost what input costs, reasoning
    /// what output costs, a batch what the usual request costs); null if there is none at all.
    /// </summary>
    public TieredPrice? Effective(PriceComponent component)
    {
        for (PriceComponent? part = component; part is not null; part = part.Value.Fallback())
        {
            if (prices[(int)part.Value] is { } price)
            {
                return price;
            }
        }

        return null;
    }
}
