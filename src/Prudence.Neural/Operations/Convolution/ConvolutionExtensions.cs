namespace Prudence.Neural;

/// <summary>Convolutions (cross-correlations, as everywhere in this field) and pooling.</summary>
public static class ConvolutionExtensions
{
    /// <summary>Convolution over time.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">[batch, channels, time].</param>
    /// <param name="weight">[out, channels, kernel].</param>
    /// <param name="bias">[out], or none.</param>
    /// <param name="stride">From one output to the next.</param>
    /// <param name="dilation">From one number of the kernel to the next.</param>
    /// <param name="paddingLeft">Zeros before the beginning; (kernel - 1) dilation of them and none behind make it causal.</param>
    /// <param name="paddingRight">Zeros behind the end.</param>
    public static Tensor Convolution1d(
        this Tape tape, Tensor x, Tensor weight, Tensor? bias = null, int stride = 1, int dilation = 1, int paddingLeft = 0, int paddingRight = 0)
    {
        Check("conv1d", x, weight, 3);
        var geometry = new ConvolutionGeometry(x.Shape[1], 1, x.Shape[2], 1, weight.Shape[2], stride, dilation, 0, 0, paddingLeft, paddingRight);
        return tape.Next<ConvolutionOperation>().Apply(x, weight, bias, geometry, new(x.Shape[0], weight.Shape[0], geometry.OutputWidth));
    }

    /// <summary>Convolution over images.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">[batch, channels, height, width].</param>
    /// <param name="weight">[out, channels, height, width].</param>
    /// <param name="bias">[out], or none.</param>
    /// <param name="stride">From one output to the next.</param>
    /// <param name="padding">Zeros on every side.</param>
    /// <param name="dilation">From one number of the kernel to the next.</param>
    public static Tensor Convolution2d(this Tape tape, Tensor x, Tensor weight, Tensor? bias = null, int stride = 1, int padding = 0, int dilation = 1)
    {
        Check("conv2d", x, weight, 4);
        var geometry = new ConvolutionGeometry(
            x.Shape[1], x.Shape[2], x.Shape[3], weight.Shape[2], weight.Shape[3], stride, dilation, padding, padding, padding, padding);
        return tape.Next<ConvolutionOperation>().Apply(
            x, weight, bias, geometry, new(x.Shape[0], weight.Shape[0], geometry.OutputHeight, geometry.OutputWidth));
    }

    /// <summary>The largest number of each square window of images [batch, channels, height, width].</summary>
    public static Tensor MaxPool2d(this Tape tape, Tensor x, int kernel, int stride) => tape.Next<MaxPoolOperation>().Apply(x, kernel, stride);

    private static void Check(string operation, Tensor x, Tensor weight, int rank)
    {
        if (x.Shape.Rank != rank || weight.Shape.Rank != rank || x.Shape[1] != weight.Shape[1])
        {
            throw new ShapeException(operation, x.Shape, weight.Shape, $"both must have {rank} dimensions and the same number of channels in the second");
        }
    }
}
