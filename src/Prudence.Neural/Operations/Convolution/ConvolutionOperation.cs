namespace Prudence.Neural;

/// <summary>Cross-correlation of images with kernels, as a product of the kernels with all patches of an image.</summary>
internal sealed unsafe class ConvolutionOperation : Operation
{
    private Tensor x = null!;
    private Tensor weight = null!;
    private Tensor? bias;
    private Tensor y = null!;
    private ConvolutionGeometry geometry;
    private int batch;
    private int outputs;

    public Tensor Apply(Tensor input, Tensor kernels, Tensor? offsets, ConvolutionGeometry walk, in Shape shape)
    {
        (x, weight, bias, geometry) = (input, kernels, offsets, walk);
        (batch, outputs) = (x.Shape[0], weight.Shape[0]);
        y = Output(shape, x.RequiresGradient || weight.RequiresGradient || bias?.RequiresGradient == true);
        for (var image = 0; image < batch; image++)
        {
            var target = y.Data + ((nint)image * outputs * geometry.Places);
            for (var output = 0; output < outputs; output++)
            {
                new Span<float>(target + ((nint)output * geometry.Places), geometry.Places).Fill(bias is null ? 0 : bias.Data[output]);
            }

            MatrixMultiply.Run(Compute, outputs, geometry.Places, geometry.PatchSize, Kernels, Patches(image), target, geometry.Places, add: true);
        }

        return y;
    }

    public override void Backward()
    {
        for (var image = 0; image < batch; image++)
        {
            var upstream = y.GradientToAdd() + ((nint)image * outputs * geometry.Places);
            var dy = MatrixView.Rows(upstream, geometry.Places);
            if (weight.RequiresGradient)
            {
                MatrixMultiply.Run(
                    Compute, outputs, geometry.PatchSize, geometry.Places, dy, Patches(image).Transposed, weight.GradientToAdd(), geometry.PatchSize, add: true);
            }

            for (var output = 0; bias?.RequiresGradient == true && output < outputs; output++)
            {
                bias.GradientToAdd()[output] += (float)VectorLoops.Sum(upstream + ((nint)output * geometry.Places), geometry.Places);
            }

            if (x.RequiresGradient)
            {
                AddToImage(image, dy);
            }
        }
    }

    private MatrixView Kernels => MatrixView.Rows(weight.Data, geometry.PatchSize);

    private float* PatchMemory => Compute.Scratch(0).Floats(ScratchPlace.Intermediate, (long)geometry.PatchSize * geometry.Places);

    private MatrixView Patches(int image)
    {
        var patches = PatchMemory;
        var source = x.Data + ((nint)image * geometry.Channels * geometry.Height * geometry.Width);
        for (var index = 0; index < geometry.PatchSize; index++)
        {
            for (var place = 0; place < geometry.Places; place++)
            {
                var from = geometry.Source(index, place);
                patches[((nint)index * geometry.Places) + place] = from < 0 ? 0 : source[from];
            }
        }

        return MatrixView.Rows(patches, geometry.Places);
    }

    private void AddToImage(int image, MatrixView dy)
    {
        var patches = PatchMemory;
        MatrixMultiply.Run(Compute, geometry.PatchSize, geometry.Places, outputs, Kernels.Transposed, dy, patches, geometry.Places, add: false);
        var target = x.GradientToAdd() + ((nint)image * geometry.Channels * geometry.Height * geometry.Width);
        for (var index = 0; index < geometry.PatchSize; index++)
        {
            for (var place = 0; place < geometry.Places; place++)
            {
                var to = geometry.Source(index, place);
                if (to >= 0)
                {
                    target[to] += patches[((nint)index * geometry.Places) + place];
                }
            }
        }
    }
}
