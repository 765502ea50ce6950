namespace Prudence.Neural;

/// <summary>Sums or means over axes, added up in double precision.</summary>
internal sealed unsafe class SumOperation : Operation
{
    private Tensor x = null!;
    private Tensor y = null!;
    private Shape kept;
    private double factor;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> axes, bool keepDimensions, bool mean)
    {
        x = input;
        kept = ReducedShape.Keeping(x.Shape, axes);
        factor = mean ? (double)kept.Count / x.Count : 1;
        y = Output(keepDimensions ? kept : ReducedShape.Dropping(x.Shape, axes), x.RequiresGradient);
        var sums = (double*)Compute.Scratch(0).Floats(ScratchPlace.Intermediate, 2L * y.Count);
        new Span<double>(sums, y.Count).Clear();
        var values = x.Data;
        var walk = new BroadcastWalk(x.Shape, kept, kept, x.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                sums[walk.First + (index * walk.FirstStep)] += values[walk.Third + index];
            }
        }

        for (var index = 0; index < y.Count; index++)
        {
            y.Data[index] = (float)(sums[index] * factor);
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        var walk = new BroadcastWalk(x.Shape, kept, kept, x.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                gradient[walk.Third + index] += (float)(upstream[walk.First + (index * walk.FirstStep)] * factor);
            }
        }
    }
}
