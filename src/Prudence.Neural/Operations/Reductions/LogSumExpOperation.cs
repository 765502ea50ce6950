namespace Prudence.Neural;

/// <summary>log sum exp over an axis, shifted by the maximum.</summary>
internal sealed unsafe class LogSumExpOperation : Operation
{
    private Tensor x = null!;
    private Tensor y = null!;
    private AxisLoop loop;

    public Tensor Apply(Tensor input, int axis, bool keepDimensions)
    {
        x = input;
        loop = new(x.Shape, axis);
        y = Output(keepDimensions ? x.Shape.With(axis, 1) : x.Shape.Without(axis), x.RequiresGradient);
        for (var line = 0; line < loop.Lines; line++)
        {
            var values = x.Data + loop.Start(line);
            y.Data[line] = LogSumExp(values, loop.Length, loop.Stride, out _);
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
            for (var index = 0; index < loop.Length; index++)
            {
                var place = start + (index * loop.Stride);
                var share = MathF.Exp(x.Data[place] - y.Data[line]);
                if (share > 0)
                {
                    gradient[place] += upstream[line] * share;
                }
            }
        }
    }

    /// <summary>log sum exp of numbers at a distance from each other; the largest of them is told as well.</summary>
    internal static float LogSumExp(float* values, int count, nint stride, out float largest)
    {
        largest = Largest(values, count, stride);
        if (float.IsInfinity(largest))
        {
            return largest;
        }

        double sum = 0;
        for (var index = 0; index < count; index++)
        {
            sum += MathF.Exp(values[index * stride] - largest);
        }

        return (float)(largest + Math.Log(sum));
    }

    /// <summary>The largest of numbers at a distance from each other.</summary>
    internal static float Largest(float* values, int count, nint stride)
    {
        var largest = float.NegativeInfinity;
        for (var index = 0; index < count; index++)
        {
            largest = MathF.Max(largest, values[index * stride]);
        }

        return largest;
    }
}
