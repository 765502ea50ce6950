namespace Prudence.Neural;

/// <summary>How a convolution walks over an image.</summary>
internal readonly record struct ConvolutionGeometry(
    int Channels, int Height, int Width, int KernelHeight, int KernelWidth, int Stride, int Dilation, int PaddingTop, int PaddingBottom, int PaddingLeft, int PaddingRight)
{
    public int OutputHeight => ((Height + PaddingTop + PaddingBottom - (Dilation * (KernelHeight - 1)) - 1) / Stride) + 1;

    public int OutputWidth => ((Width + PaddingLeft + PaddingRight - (Dilation * (KernelWidth - 1)) - 1) / Stride) + 1;

    /// <summary>The numbers that one output is a sum of.</summary>
    public int PatchSize => Channels * KernelHeight * KernelWidth;

    /// <summary>The outputs of one channel.</summary>
    public int Places => OutputHeight * OutputWidth;

    /// <summary>Where in an image a number of a patch is, or -1 if it lies in the padding.</summary>
    public int Source(int patchIndex, int place)
    {
        var (channel, inKernel) = Math.DivRem(patchIndex, KernelHeight * KernelWidth);
        var row = ((place / OutputWidth) * Stride) - PaddingTop + (inKernel / KernelWidth * Dilation);
        var column = ((place % OutputWidth) * Stride) - PaddingLeft + (inKernel % KernelWidth * Dilation);
        return (uint)row < (uint)Height && (uint)column < (uint)Width ? (((channel * Height) + row) * Width) + column : -1;
    }
}
