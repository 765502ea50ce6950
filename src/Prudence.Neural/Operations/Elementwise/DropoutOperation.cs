namespace Prudence.Neural;

/// <summary>Drops elements at random. Whether one is dropped follows from the seed and its place alone, so any number of threads agrees.</summary>
internal sealed unsafe class DropoutOperation : Operation
{
    private Tensor x = null!;
    private Tensor y = null!;
    private float scale;
    private ulong threshold;
    private ulong seed;

    public Tensor Apply(Tensor input, float probability, ulong of)
    {
        if (probability is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), $"dropout: the probability is {probability}; it must be at least 0 and below 1.");
        }

        (x, seed, scale, threshold) = (input, of, 1 / (1 - probability), (ulong)(probability * (1UL << 32)));
        y = Output(x.Shape, x.RequiresGradient);
        var source = x.Data;
        var target = y.Data;
        for (var index = 0; index < x.Count; index++)
        {
            target[index] = IsKept(index) ? source[index] * scale : 0;
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        for (var index = 0; index < x.Count; index++)
        {
            if (IsKept(index))
            {
                gradient[index] += upstream[index] * scale;
            }
        }
    }

    private bool IsKept(int index) => SeededNumbers.Mix(seed, (ulong)index) >> 32 >= threshold;
}
