namespace Prudence.Budgeting;

/// <summary>An immutable vector of non-negative whole amounts by resource. Resources that are not named count as zero.</summary>
public sealed class Cost
{
    private readonly SortedDictionary<string, KeyValuePair<Resource, long>> amounts;

    private Cost(SortedDictionary<string, KeyValuePair<Resource, long>> amounts) => this.amounts = amounts;

    /// <summary>No cost at all.</summary>
    public static Cost Zero { get; } = new([]);

    /// <summary>The amounts that were named, by resource name.</summary>
    public IReadOnlyCollection<KeyValuePair<Resource, long>> Amounts => amounts.Values;

    /// <summary>The amount of one resource, zero where it is not named.</summary>
    public long this[Resource resource] => amounts.TryGetValue(resource.Name, out var entry) ? entry.Value : 0;

    /// <summary>A copy in which one resource has the given amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Cost With(Resource resource, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new Cost(new(amounts, amounts.Comparer) { [resource.Name] = new(resource, amount) });
    }

    /// <summary>The sum of two costs.</summary>
    /// <exception cref="OverflowException">An amount exceeds 2^63 - 1.</exception>
    public static Cost operator +(Cost left, Cost right) => Add(left, right);

    /// <inheritdoc cref="op_Addition"/>
    public static Cost Add(Cost left, Cost right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var sum = left;
        foreach (var (resource, amount) in right.Amounts)
        {
            sum = sum.With(resource, checked(sum[resource] + amount));
        }

        return sum;
    }
}
