using FsCheck;
using FsCheck.Fluent;

namespace Prudence.Budgeting.Tests;

public class CostTests
{
    private static readonly Resource[] Resources = [Resource.WallTime, Resource.Memory, Resource.Expansions, new("tokens", "")];

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20251124, 7).WithMaxTest(300);

    [Fact]
    public void Zero_names_nothing()
    {
        Assert.Empty(Cost.Zero.Amounts);
        Assert.Equal(0, Cost.Zero[Resource.Expansions]);
        Assert.Equal("nothing", Cost.Zero.ToString());
    }

    [Fact]
    public void With_leaves_the_original_alone()
    {
        var before = Cost.Zero.With(Resource.Expansions, 5);
        var after = before.With(Resource.Expansions, 7);

        Assert.Equal(5, before[Resource.Expansions]);
        Assert.Equal(7, after[Resource.Expansions]);
    }

    [Fact]
    public void Refuses_negative_amounts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cost.Zero.With(Resource.Expansions, -1));

    [Fact]
    public void Refuses_to_overflow()
    {
        var large = Cost.Zero.With(Resource.Expansions, long.MaxValue);
        Assert.Throws<OverflowException>(() => large + Cost.Zero.With(Resource.Expansions, 1));
    }

    [Fact]
    public void Sums_what_is_used_up_and_takes_the_peak_of_what_is_shared()
    {
        var first = Cost.Zero.With(Resource.WallTime, 10).With(Resource.Memory, 700);
        var second = Cost.Zero.With(Resource.WallTime, 5).With(Resource.Memory, 300);

        Assert.Equal(Cost.Zero.With(Resource.WallTime, 15).With(Resource.Memory, 700), first + second);
    }

    [Fact]
    public void An_amount_of_zero_is_the_same_as_none() =>
        Assert.Equal(Cost.Zero, Cost.Zero.With(Resource.Expansions, 3).With(Resource.Expansions, 0));

    [Fact]
    public void Adding_is_commutative_and_associative_and_zero_is_neutral() =>
        Prop.ForAll(Costs().Three().ToArbitrary(), static costs =>
        {
            var (a, b, c) = costs;
            return (a + b).Equals(b + a) && (a + b + c).Equals(a + (b + c)) && (a + Cost.Zero).Equals(a);
        }).Check(Seeded);

    [Fact]
    public void Equal_costs_hash_alike_whatever_order_they_were_built_in() =>
        Prop.ForAll(Costs().ToArbitrary(), static cost =>
        {
            var rebuilt = cost.Amounts.Reverse().Aggregate(Cost.Zero, static (sum, entry) => sum.With(entry.Key, entry.Value));
            return rebuilt.Equals(cost) && rebuilt.GetHashCode() == cost.GetHashCode();
        }).Check(Seeded);

    [Fact]
    public void A_receipt_totals_its_lines()
    {
        var receipt = new Receipt(
            [
                new ReceiptLine("grounding", Cost.Zero.With(Resource.WallTime, 4).With(Resource.Memory, 50)),
                new ReceiptLine("search", Cost.Zero.With(Resource.WallTime, 6).With(Resource.Memory, 80).With(Resource.Expansions, 9)),
            ],
            RunLimits.Unlimited,
            StopReason.None);

        Assert.Equal("9 expansions, 80 B, 10.0 µs", receipt.Total.ToString());
    }

    private static Gen<Cost> Costs() =>
        from amounts in Gen.Choose(0, 1000).ArrayOf(Resources.Length)
        select Resources.Zip(amounts).Aggregate(Cost.Zero, static (cost, pair) => cost.With(pair.First, pair.Second));
}
