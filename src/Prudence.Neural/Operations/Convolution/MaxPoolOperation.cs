namespace Prudence.Neural;

/// <summary>The largest number of each square window of an image.</summary>
internal sealed unsafe class MaxPoolOperation : Operation
{
    private int[] places = [];
    private Tensor x = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor input, int kernel, int stride)
    {
        x = input;
        if (x.Shape.Rank != 4 || x.Shape[2] < kernel || x.Shape[3] < kernel)
        {
            throw new ShapeException("max pool", x.Shape, $"[batch, channels, height, width] of at least {kernel} by {kernel} was expected");
        }

        var (height, width) = (x.Shape[2], x.Shape[3]);
        y = Output(new(x.Shape[0], x.Shape[1], ((height - kernel) / stride) + 1, ((width - kernel) / stride) + 1), x.RequiresGradient);
        if (places.Length < y.Count)
        {
            places = new int[y.Count];
        }

        for (var index = 0; index < y.Count; index++)
        {
            var (rest, column) = Math.DivRem(index, y.Shape[3]);
            var (image, row) = Math.DivRem(rest, y.Shape[2]);
            places[index] = Largest((image * height * width) + (row * stride * width) + (column * stride), width, kernel);
            y.Data[index] = x.Data[places[index]];
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

    private int Largest(int corner, int width, int kernel)
    {
        var best = corner;
        for (var row = 0; row < kernel; row++)
        {
            for (var place = corner + (row * width); place < corner + (row * width) + kernel; place++)
            {
                best = x.Data[place] > x.Data[best] ? place : best;
            }
        }

        return best;
    }
}
