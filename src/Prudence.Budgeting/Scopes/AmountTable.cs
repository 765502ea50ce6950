namespace Prudence.Budgeting;

/// <summary>A sum of costs that grows in place: adding to it allocates nothing once it has seen the resources.</summary>
internal sealed class AmountTable
{
    private readonly List<Resource> resources = [];
    private readonly List<long> amounts = [];

    /// <summary>Adds a cost, in the sense of <see cref="Cost.Add"/>; sums above 2^63 - 1 stay there.</summary>
    public void Add(Cost cost)
    {
        foreach (var (resource, amount) in cost.Entries)
        {
            var index = IndexOf(resource);
            amounts[index] = CappedSum.Of(resource, amounts[index], amount);
        }
    }

    public Cost ToCost()
    {
        var cost = Cost.Zero;
        for (var i = 0; i < resources.Count; i++)
        {
            cost = cost.With(resources[i], amounts[i]);
        }

        return cost;
    }

    private int IndexOf(Resource resource)
    {
        for (var i = 0; i < resources.Count; i++)
        {
            if (resources[i] == resource)
            {
                return i;
            }
        }

        resources.Add(resource);
        amounts.Add(0);
        return resources.Count - 1;
    }
}
