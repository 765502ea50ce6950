namespace Prudence.Neural;

/// <summary>Products of matrices.</summary>
public static class ProductExtensions
{
    /// <summary>Products of the matrices in the last two dimensions; the dimensions before them are broadcast.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="a">The left matrices.</param>
    /// <param name="b">The right matrices.</param>
    /// <param name="transposeRight">True if the right matrices are to be taken with rows and columns exchanged.</param>
    public static Tensor MatMul(this Tape tape, Tensor a, Tensor b, bool transposeRight = false) => tape.Next<MatMulOperation>().Apply(a, b, transposeRight);

    /// <summary>x W^T + b over the last dimension.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">The input, with any number of dimensions before the last.</param>
    /// <param name="weight">The weight, [out, in].</param>
    /// <param name="bias">The bias, [out], or none.</param>
    /// <param name="inputFirst">True if the weight is stored as [in, out].</param>
    public static Tensor Linear(this Tape tape, Tensor x, Tensor weight, Tensor? bias = null, bool inputFirst = false) =>
        tape.Next<LinearOperation>().Apply(x, weight, bias, inputFirst);

    /// <summary>For each row, x^T W y: [rows, i], [i, j], [rows, j] to [rows].</summary>
    public static Tensor BilinearForm(this Tape tape, Tensor x, Tensor weight, Tensor y) =>
        tape.Sum(tape.Multiply(tape.Linear(x, weight, inputFirst: true), y), [-1]);

    /// <summary>For each row and output k, x^T W[k] y + b[k]: [rows, i], [rows, j], [k, i, j], [k] to [rows, k].</summary>
    public static Tensor Bilinear(this Tape tape, Tensor x, Tensor y, Tensor weight, Tensor? bias = null)
    {
        var (outputs, inner) = (weight.Shape[0], weight.Shape[1]);
        var right = tape.Linear(y, tape.Reshape(weight, new(outputs * inner, weight.Shape[2])));
        var products = tape.Multiply(tape.Reshape(right, new(x.Shape[0], outputs, inner)), tape.Reshape(x, new(x.Shape[0], 1, inner)));
        var sums = tape.Sum(products, [-1]);
        return bias is null ? sums : tape.Add(sums, bias);
    }
}
