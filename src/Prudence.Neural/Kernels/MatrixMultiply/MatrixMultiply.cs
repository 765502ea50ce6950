using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Prudence.Neural;

/// <summary>
/// Products of matrices. Every element is summed in the same order whatever the number of threads, so results are the same to the last bit.
/// The widest vectors that the machine has are chosen once.
/// </summary>
internal static unsafe class MatrixMultiply
{
    /// <summary>Below this number of multiply-adds a second thread costs more than it brings.</summary>
    private const long WorthSharing = 1 << 18;

    /// <summary>Which micro-kernel the machine can run.</summary>
    public static MicroKernelKind Kind { get; } =
        Vector512.IsHardwareAccelerated ? MicroKernelKind.Vector512
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? MicroKernelKind.Vector256
        : MicroKernelKind.Portable;

    /// <summary>Computes <c>result = left right</c>, or adds the product to the result, on all threads.</summary>
    /// <param name="compute">Threads and scratch memory.</param>
    /// <param name="rows">The rows of the left matrix and of the result.</param>
    /// <param name="columns">The columns of the right matrix and of the result.</param>
    /// <param name="depth">The columns of the left and rows of the right matrix.</param>
    /// <param name="left">The left matrix.</param>
    /// <param name="right">The right matrix.</param>
    /// <param name="result">Where the rows of the result begin.</param>
    /// <param name="stride">From one row of the result to the next; columns follow each other.</param>
    /// <param name="add">True to add to the result, false to overwrite it.</param>
    public static void Run(
        ComputeContext compute, int rows, int columns, int depth, MatrixView left, MatrixView right, float* result, nint stride, bool add)
    {
        var product = new MatrixProduct(rows, columns, depth, left, right, result, stride, add);
        if (compute.Threads == 1 || (long)rows * columns * depth < WorthSharing)
        {
            OnOneThread(Kind, product, compute.Scratch(0));
        }
        else
        {
            OnAllThreads(Kind, product, compute);
        }
    }

    /// <summary>Computes a product on the calling thread, for code that is parallel already.</summary>
    public static void OnOneThread(in MatrixProduct product, ScratchMemory scratch) => OnOneThread(Kind, product, scratch);

    /// <summary>Computes a product on the calling thread with a kernel of the caller's choice.</summary>
    internal static void OnOneThread(MicroKernelKind kind, in MatrixProduct product, ScratchMemory scratch)
    {
        switch (kind)
        {
            case MicroKernelKind.Vector512:
                BlockedMultiply<MicroKernel512>.OnOneThread(product, scratch);
                break;
            case MicroKernelKind.Vector256:
                BlockedMultiply<MicroKernel256>.OnOneThread(product, scratch);
                break;
            default:
                BlockedMultiply<MicroKernelPortable>.OnOneThread(product, scratch);
                break;
        }
    }

    /// <summary>Computes a product on all threads with a kernel of the caller's choice.</summary>
    internal static void OnAllThreads(MicroKernelKind kind, in MatrixProduct product, ComputeContext compute)
    {
        switch (kind)
        {
            case MicroKernelKind.Vector512:
                BlockedMultiply<MicroKernel512>.OnAllThreads(product, compute);
                break;
            case MicroKernelKind.Vector256:
                BlockedMultiply<MicroKernel256>.OnAllThreads(product, compute);
                break;
            default:
                BlockedMultiply<MicroKernelPortable>.OnAllThreads(product, compute);
                break;
        }
    }
}
