namespace Prudence.Neural;

/// <summary>Functions of each element. Two operands are broadcast: dimensions are aligned at the last one, and a 1 is repeated.</summary>
public static class ElementwiseExtensions
{
    /// <summary>The sum.</summary>
    public static Tensor Add(this Tape tape, Tensor a, Tensor b) =>
        a.Shape == b.Shape ? tape.Next<AddOperation>().Apply(a, b) : tape.Next<BinaryOperation<AddFunction>>().Apply(a, b, "add");

    /// <summary>The difference.</summary>
    public static Tensor Subtract(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<SubtractFunction>>().Apply(a, b, "subtract");

    /// <summary>The product, element by element.</summary>
    public static Tensor Multiply(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<MultiplyFunction>>().Apply(a, b, "multiply");

    /// <summary>The quotient.</summary>
    public static Tensor Divide(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<DivideFunction>>().Apply(a, b, "divide");

    /// <summary>The smaller of two.</summary>
    public static Tensor Minimum(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<MinimumFunction>>().Apply(a, b, "minimum");

    /// <summary>The larger of two.</summary>
    public static Tensor Maximum(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<MaximumFunction>>().Apply(a, b, "maximum");

    /// <summary>The first to the power of the second.</summary>
    public static Tensor Power(this Tape tape, Tensor a, Tensor b) => tape.Next<BinaryOperation<PowerOfFunction>>().Apply(a, b, "power");

    /// <summary>The first where the condition holds, else the second.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="condition">One truth value for each element of the result, in row-major order.</param>
    /// <param name="shape">The shape of the condition and of the result.</param>
    /// <param name="a">What is taken where it is true.</param>
    /// <param name="b">What is taken where it is false.</param>
    public static Tensor Where(this Tape tape, ReadOnlySpan<bool> condition, Shape shape, Tensor a, Tensor b) =>
        tape.Next<WhereOperation>().Apply(condition, shape, a, b);

    /// <summary>scale x + offset.</summary>
    public static Tensor Affine(this Tape tape, Tensor x, float scale, float offset = 0) => tape.Unary(x, new AffineFunction(scale, offset));

    /// <summary>The negative.</summary>
    public static Tensor Negate(this Tape tape, Tensor x) => tape.Unary(x, default(NegateFunction));

    /// <summary>The exponential.</summary>
    public static Tensor Exp(this Tape tape, Tensor x) => tape.Unary(x, default(ExpFunction));

    /// <summary>The natural logarithm.</summary>
    public static Tensor Log(this Tape tape, Tensor x) => tape.Unary(x, default(LogFunction));

    /// <summary>log(1 + x), exact near 0.</summary>
    public static Tensor LogOnePlus(this Tape tape, Tensor x) => tape.Unary(x, default(LogOnePlusFunction));

    /// <summary>exp(x) - 1, exact near 0.</summary>
    public static Tensor ExpMinusOne(this Tape tape, Tensor x) => tape.Unary(x, default(ExpMinusOneFunction));

    /// <summary>The square root.</summary>
    public static Tensor Sqrt(this Tape tape, Tensor x) => tape.Unary(x, default(SqrtFunction));

    /// <summary>1 over the square root.</summary>
    public static Tensor ReciprocalSqrt(this Tape tape, Tensor x) => tape.Unary(x, default(ReciprocalSqrtFunction));

    /// <summary>The absolute value.</summary>
    public static Tensor Abs(this Tape tape, Tensor x) => tape.Unary(x, default(AbsFunction));

    /// <summary>The error function.</summary>
    public static Tensor Erf(this Tape tape, Tensor x) => tape.Unary(x, default(ErfFunction));

    /// <summary>The sine.</summary>
    public static Tensor Sin(this Tape tape, Tensor x) => tape.Unary(x, default(SinFunction));

    /// <summary>The cosine.</summary>
    public static Tensor Cos(this Tape tape, Tensor x) => tape.Unary(x, default(CosFunction));

    /// <summary>x to a fixed power.</summary>
    public static Tensor Power(this Tape tape, Tensor x, float exponent) => tape.Unary(x, new PowerFunction(exponent));

    /// <summary>x kept within bounds; the gradient passes at the bounds and between them.</summary>
    public static Tensor Clamp(this Tape tape, Tensor x, float minimum = float.NegativeInfinity, float maximum = float.PositiveInfinity) =>
        tape.Unary(x, new ClampFunction(minimum, maximum));

    /// <summary>The logarithm of the absolute gamma function.</summary>
    public static Tensor LogGamma(this Tape tape, Tensor x) => tape.Unary(x, default(LogGammaFunction));

    internal static Tensor Unary<TFunction>(this Tape tape, Tensor x, TFunction function)
        where TFunction : struct, IUnaryFunction => tape.Next<UnaryOperation<TFunction>>().Apply(x, function);

    internal static Tensor Vector<TFunction>(this Tape tape, Tensor x, TFunction function)
        where TFunction : struct, IVectorFunction => tape.Next<VectorOperation<TFunction>>().Apply(x, function);
}
