namespace Prudence.Neural;

/// <summary>The functions between the linear layers of a network.</summary>
public static class ActivationExtensions
{
    /// <summary>x above 0, else 0.</summary>
    public static Tensor Relu(this Tape tape, Tensor x) => tape.Vector(x, default(ReluFunction));

    /// <summary>x above 0, a small multiple of it below.</summary>
    public static Tensor LeakyRelu(this Tape tape, Tensor x, float negativeSlope = 0.01f) => tape.Unary(x, new LeakyReluFunction(negativeSlope));

    /// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
    public static Tensor Elu(this Tape tape, Tensor x, float alpha = 1) => tape.Unary(x, new EluFunction(alpha));

    /// <summary>The Gaussian error linear unit, with the exact error function (BERT).</summary>
    public static Tensor Gelu(this Tape tape, Tensor x) => tape.Vector(x, default(GeluFunction));

    /// <summary>The Gaussian error linear unit in the form with tanh (GPT-2).</summary>
    public static Tensor GeluTanh(this Tape tape, Tensor x) => tape.Vector(x, default(GeluTanhFunction));

    /// <summary>x times its sigmoid.</summary>
    public static Tensor Silu(this Tape tape, Tensor x) => tape.Vector(x, default(SiluFunction));

    /// <summary>silu(gate) times up: the middle of the feed-forward layer of Llama.</summary>
    public static Tensor SwiGlu(this Tape tape, Tensor gate, Tensor up) => tape.Next<SwiGluOperation>().Apply(gate, up);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Tensor Sigmoid(this Tape tape, Tensor x) => tape.Vector(x, default(SigmoidFunction));

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(this Tape tape, Tensor x) => tape.Unary(x, default(TanhFunction));

    /// <summary>log(1 + exp(x)).</summary>
    public static Tensor Softplus(this Tape tape, Tensor x) => tape.Unary(x, default(SoftplusFunction));

    /// <summary>The logarithm of the sigmoid.</summary>
    public static Tensor LogSigmoid(this Tape tape, Tensor x) => tape.Unary(x, default(LogSigmoidFunction));

    /// <summary>Sets elements to 0 with a probability and divides the others by what remains of 1, so that the expectation stays.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">The input.</param>
    /// <param name="probability">How likely an element is dropped, from 0 to below 1.</param>
    /// <param name="seed">Which elements are dropped: the same seed, the same elements.</param>
    public static Tensor Dropout(this Tape tape, Tensor x, float probability, ulong seed) => tape.Next<DropoutOperation>().Apply(x, probability, seed);
}
