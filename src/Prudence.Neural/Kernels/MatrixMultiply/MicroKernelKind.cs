namespace Prudence.Neural;

/// <summary>The micro-kernels there are.</summary>
internal enum MicroKernelKind
{
    /// <summary>128 bits, any processor.</summary>
    Portable,

    /// <summary>256 bits with fused multiply-add.</summary>
    Vector256,

    /// <summary>512 bits.</summary>
    Vector512,
}
