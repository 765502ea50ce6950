namespace Prudence.Budgeting;

/// <summary>An immutable vector of non-negative whole amounts by resource. Resources that are not named count as zero.</summary>
public sealed class Cost : IEquatable<Cost>
{
    private readonly SortedDictionary<string, KeyValuePair<Resource, long>> amounts;

    private Cost(SortedDictionary<string, KeyValuePair<Resource, long>> amounts) => this.amounts = amounts;

    /// <summary>No cost at all.</summary>
    public static Cost Zero { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The amounts that are not zero, by resource name.</summary>
    public IReadOnlyCollection<KeyValuePair<Resource, long>> Amounts => amounts.Values;

    /// <summary>The amount of one resource, zero where it is not named.</summary>
    public long this[Resource resource] => amounts.TryGetValue(resource.Name, out var entry) ? entry.Value : 0;

    /// <summary>A copy in which one resource has the given amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Cost With(Resource resource, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var copy = new SortedDictionary<string, KeyValuePair<Resource, long>>(amounts, StringComparer.Ordinal);
        if (amount == 0)
        {
            copy.Remove(resource.Name);
        }
        else
        {
            copy[resource.Name] = new(resource, amount);
        }

        return new Cost(copy);
    }

    /// <summary>What two uses cost together: the sum by resource, but the larger amount where the resource is a peak.</summary>
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
            var before = sum[resource];
            sum = sum.With(resource, resource.IsPeak ? Math.Max(before, amount) : checked(before + amount));
        }

        return sum;
    }

    /// <inheritdoc/>
    public bool Equals(Cost? other) => other is not null && amounts.Values.SequenceEqual(other.amounts.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cost);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (resource, amount) in amounts.Values)
        {
            hash.Add(resource);
            hash.Add(amount);
        }

        return hash.ToHashCode();
    }

    /// <summary>The amounts as a person would write them, for example <c>1.25 s, 84.0 MiB, 10,532 expansions</c>.</summary>
    public override string ToString() =>
        amounts.Count == 0 ? "nothing" : string.Join(", ", amounts.Values.Select(static entry => AmountFormat.Describe(entry.Key, entry.Value)));
}
