namespace Prudence.Budgeting;

/// <summary>An immutable vector of non-negative whole amounts by resource. Resources that are not named count as zero.</summary>
public sealed class Cost : IEquatable<Cost>
{
    // Sorted by name. A short array is as fast as a tree here, and needs no code that is compiled when the program starts.
    private readonly KeyValuePair<Resource, long>[] amounts;

    private Cost(KeyValuePair<Resource, long>[] amounts) => this.amounts = amounts;

    /// <summary>No cost at all.</summary>
    public static Cost Zero { get; } = new([]);

    /// <summary>The amounts that are not zero, by resource name.</summary>
    public IReadOnlyCollection<KeyValuePair<Resource, long>> Amounts => Array.AsReadOnly(amounts);

    /// <summary>The same without an object for it.</summary>
    internal ReadOnlySpan<KeyValuePair<Resource, long>> Entries => amounts;

    /// <summary>The resources whose amounts are not zero, by name.</summary>
    public IReadOnlyList<Resource> Resources => Array.ConvertAll(amounts, static amount => amount.Key);

    /// <summary>The amount of one resource, zero where it is not named.</summary>
    public long this[Resource resource]
    {
        get
        {
            var index = FirstNotBefore(resource.Name);
            return Has(index, resource.Name) ? amounts[index].Value : 0;
        }
    }

    /// <summary>A copy in which one resource has the given amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Cost With(Resource resource, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var index = FirstNotBefore(resource.Name);
        var (replaced, added) = (Has(index, resource.Name) ? 1 : 0, amount == 0 ? 0 : 1);
        var copy = new KeyValuePair<Resource, long>[amounts.Length - replaced + added];
        Array.Copy(amounts, copy, index);
        Array.Copy(amounts, index + replaced, copy, index + added, amounts.Length - index - replaced);
        if (added == 1)
        {
            copy[index] = new(resource, amount);
        }

        return new Cost(copy);
    }

    /// <summary>A copy with another amount of money.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Cost With(Money amount) => With(Resource.Money, amount.NanoDollars);

    /// <summary>What two uses cost together: the sum by resource, but the larger amount where the resource is a peak.</summary>
    /// <exception cref="OverflowException">An amount exceeds 2^63 - 1.</exception>
    public static Cost operator +(Cost left, Cost right) => Add(left, right);

    /// <inheritdoc cref="op_Addition"/>
    public static Cost Add(Cost left, Cost right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var sum = left;
        foreach (var (resource, amount) in right.amounts)
        {
            var before = sum[resource];
            sum = sum.With(resource, resource.IsPeak ? Math.Max(before, amount) : checked(before + amount));
        }

        return sum;
    }

    /// <inheritdoc/>
    public bool Equals(Cost? other)
    {
        if (other is null || amounts.Length != other.amounts.Length)
        {
            return false;
        }

        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i].Key != other.amounts[i].Key || amounts[i].Value != other.amounts[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cost);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (resource, amount) in amounts)
        {
            hash.Add(resource);
            hash.Add(amount);
        }

        return hash.ToHashCode();
    }

    /// <summary>The amounts as a person would write them, for example <c>1.25 s, 84.0 MiB, 10,532 expansions</c>.</summary>
    public override string ToString() =>
        amounts.Length == 0 ? "nothing" : string.Join(", ", Array.ConvertAll(amounts, static entry => AmountFormat.Describe(entry.Key, entry.Value)));

    private bool Has(int index, string name) => index < amounts.Length && amounts[index].Key.Name == name;

    private int FirstNotBefore(string name)
    {
        var index = 0;
        while (index < amounts.Length && IsBefore(amounts[index].Key.Name, name))
        {
            index++;
        }

        return index;
    }

    // As string.CompareOrdinal, whose vector code is compiled when it is first used.
    private static bool IsBefore(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] < right[i];
            }
        }

        return left.Length < right.Length;
    }
}
