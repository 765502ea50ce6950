namespace Prudence.Neural;

/// <summary>Sums of all elements up to each one along an axis.</summary>
internal sealed unsafe class CumulativeSumOperation : Operation
{
    private Tensor x = null!;
    private Tensor y = null!;
    private AxisLoop loop;

    public Tensor Apply(Tensor input, int axis)
    {
        x = input;
        loop = new(x.Shape, axis);
        y = Output(x.Shape, x.RequiresGradient);
        for (var line = 0; line < loop.Lines; line++)
        {
            var start = loop.Start(line);
            double sum = 0;
            for (var index = 0; index < loop.Length; index++)
            {
                var place = start + ((nint)index * loop.Stride);
                sum += x.Data[place];
                y.Data[place] = (float)sum;
            }
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        for (var line = 0; line < loop.Lines; line++)
        {
            var start = loop.Start(line);
            double sum = 0;
            for (var index = loop.Length - 1; index >= 0; index--)
            {
                var place = start + ((nint)index * loop.Stride);
                sum += upstream[place];
                gradient[place] += (float)sum;
            }
        }
    }
}
