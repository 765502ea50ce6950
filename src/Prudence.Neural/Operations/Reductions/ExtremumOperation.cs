namespace Prudence.Neural;

/// <summary>The largest or smallest element over axes. The gradient goes to the first of equal ones.</summary>
internal sealed unsafe class ExtremumOperation : Operation
{
    private int[] places = [];
    private Tensor x = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> axes, bool keepDimensions, bool largest)
    {
        x = input;
        var kept = ReducedShape.Keeping(x.Shape, axes);
        y = Output(keepDimensions ? kept : ReducedShape.Dropping(x.Shape, axes), x.RequiresGradient);
        if (places.Length < y.Count)
        {
            places = new int[y.Count];
        }

        Array.Fill(places, -1, 0, y.Count);
        var values = x.Data;
        var walk = new BroadcastWalk(x.Shape, kept, kept, x.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                ref var place = ref places[walk.First + (index * walk.FirstStep)];
                var candidate = walk.Third + index;
                if (place < 0 || (largest ? values[candidate] > values[place] : values[candidate] < values[place]))
                {
                    place = candidate;
                }
            }
        }

        for (var index = 0; index < y.Count; index++)
        {
            y.Data[index] = values[places[index]];
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        for (var index = 0; index < y.Count; index++)
        {
            gradient[places[index]] += upstream[index];
        }
    }
}
