namespace Prudence.Neural;

/// <summary>Chooses from two tensors, element by element, with broadcasting.</summary>
internal sealed unsafe class WhereOperation : Operation
{
    private readonly IndexBuffer condition = new();
    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor y = null!;

    public Tensor Apply(ReadOnlySpan<bool> chooseFirst, in Shape shape, Tensor first, Tensor second)
    {
        (a, b) = (first, second);
        condition.Set(chooseFirst);
        y = Output(Shape.Broadcast(Shape.Broadcast(a.Shape, b.Shape, "where"), shape, "where"), a.RequiresGradient || b.RequiresGradient);
        if (y.Shape != shape)
        {
            throw new ShapeException("where", shape, y.Shape, "the condition must have the shape of the result");
        }

        var left = a.Data;
        var right = b.Data;
        var result = y.Data;
        var walk = new BroadcastWalk(y.Shape, a.Shape, b.Shape, y.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                var k = walk.Third + index;
                result[k] = condition[k] != 0 ? left[walk.First + (index * walk.FirstStep)] : right[walk.Second + (index * walk.SecondStep)];
            }
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var left = a.RequiresGradient ? a.GradientToAdd() : null;
        var right = b.RequiresGradient ? b.GradientToAdd() : null;
        var walk = new BroadcastWalk(y.Shape, a.Shape, b.Shape, y.Shape);
        while (walk.Next())
        {
            for (var index = 0; index < walk.RowLength; index++)
            {
                var k = walk.Third + index;
                if (condition[k] != 0 && left is not null)
                {
                    left[walk.First + (index * walk.FirstStep)] += upstream[k];
                }
                else if (condition[k] == 0 && right is not null)
                {
                    right[walk.Second + (index * walk.SecondStep)] += upstream[k];
                }
            }
        }
    }
}
