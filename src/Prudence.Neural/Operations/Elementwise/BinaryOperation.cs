namespace Prudence.Neural;

/// <summary>A function of two tensors, element by element, with broadcasting.</summary>
internal sealed unsafe class BinaryOperation<TFunction> : Operation
    where TFunction : struct, IBinaryFunction
{
    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor first, Tensor second, string name)
    {
        (a, b) = (first, second);
        y = Output(Shape.Broadcast(a.Shape, b.Shape, name), a.RequiresGradient || b.RequiresGradient);
        var left = a.Data;
        var right = b.Data;
        var result = y.Data;
        var walk = new BroadcastWalk(y.Shape, a.Shape, b.Shape, y.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                result[walk.Third + index] = TFunction.Value(left[walk.First + (index * walk.FirstStep)], right[walk.Second + (index * walk.SecondStep)]);
            }
        }

        return y;
    }

    public override void Backward()
    {
        if (a.RequiresGradient)
        {
            Add(a, toFirst: true);
        }

        if (b.RequiresGradient)
        {
            Add(b, toFirst: false);
        }
    }

    private void Add(Tensor input, bool toFirst)
    {
        // Sums over repeated dimensions run in double precision.
        var sums = (double*)Compute.Scratch(0).Floats(ScratchPlace.Intermediate, 2L * input.Count);
        new Span<double>(sums, input.Count).Clear();
        var left = a.Data;
        var right = b.Data;
        var result = y.Data;
        var upstream = y.GradientToAdd();
        var walk = new BroadcastWalk(y.Shape, a.Shape, b.Shape, y.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                var (i, j, k) = (walk.First + (index * walk.FirstStep), walk.Second + (index * walk.SecondStep), walk.Third + index);
                if (upstream[k] != 0)
                {
                    var slope = toFirst ? TFunction.FirstSlope(left[i], right[j], result[k]) : TFunction.SecondSlope(left[i], right[j], result[k]);
                    sums[toFirst ? i : j] += (double)slope * upstream[k];
                }
            }
        }

        var gradient = input.GradientToAdd();
        for (var index = 0; index < input.Count; index++)
        {
            gradient[index] += (float)sums[index];
        }
    }
}
