using Prudence.Neural.Tests.Reference;

namespace Prudence.Neural.Tests.Operations;

/// <summary>Which call computes an operation of the reference index.</summary>
internal static class OperationCatalogue
{
    private static readonly Dictionary<string, Func<Tape, ReferenceCase, Tensor>> Single = new(StringComparer.Ordinal)
    {
        ["matmul"] = static (t, c) => t.MatMul(c["a"], c["b"], c.Truth("transpose_b")),
        ["linear"] = static (t, c) => t.Linear(c["x"], c["weight"], c.Optional("bias")),
        ["bilinear_form"] = static (t, c) => t.BilinearForm(c["x"], c["w"], c["y"]),
        ["bilinear"] = static (t, c) => t.Bilinear(c["x"], c["y"], c["weight"], c["bias"]),
        ["add"] = static (t, c) => t.Add(c["a"], c["b"]),
        ["sub"] = static (t, c) => t.Subtract(c["a"], c["b"]),
        ["mul"] = static (t, c) => t.Multiply(c["a"], c.Optional("b") ?? c["a"]),
        ["div"] = static (t, c) => t.Divide(c["a"], c["b"]),
        ["minimum"] = static (t, c) => t.Minimum(c["a"], c["b"]),
        ["maximum"] = static (t, c) => t.Maximum(c["a"], c["b"]),
        ["where"] = static (t, c) => t.Where(c.Truths("condition"), c.ShapeOf("condition"), c["a"], c["b"]),
        ["pow"] = static (t, c) => c.Has("y") ? t.Power(c["x"], c["y"]) : t.Power(c["x"], c.Number("exponent")),
        ["exp"] = static (t, c) => t.Exp(c["x"]),
        ["log"] = static (t, c) => t.Log(c["x"]),
        ["sqrt"] = static (t, c) => t.Sqrt(c["x"]),
        ["rsqrt"] = static (t, c) => t.ReciprocalSqrt(c["x"]),
        ["log1p"] = static (t, c) => t.LogOnePlus(c["x"]),
        ["expm1"] = static (t, c) => t.ExpMinusOne(c["x"]),
        ["abs"] = static (t, c) => t.Abs(c["x"]),
        ["neg"] = static (t, c) => t.Negate(c["x"]),
        ["erf"] = static (t, c) => t.Erf(c["x"]),
        ["sin"] = static (t, c) => t.Sin(c["x"]),
        ["cos"] = static (t, c) => t.Cos(c["x"]),
        ["clamp"] = static (t, c) => t.Clamp(c["x"], c.Number("min", float.NegativeInfinity), c.Number("max", float.PositiveInfinity)),
        ["relu"] = static (t, c) => t.Relu(c["x"]),
        ["leaky_relu"] = static (t, c) => t.LeakyRelu(c["x"], c.Number("negative_slope")),
        ["elu"] = static (t, c) => t.Elu(c["x"], c.Number("alpha")),
        ["gelu"] = static (t, c) => t.Gelu(c["x"]),
        ["gelu_tanh"] = static (t, c) => t.GeluTanh(c["x"]),
        ["silu"] = static (t, c) => t.Silu(c["x"]),
        ["tanh"] = static (t, c) => t.Tanh(c["x"]),
        ["sigmoid"] = static (t, c) => t.Sigmoid(c["x"]),
        ["softplus"] = static (t, c) => t.Softplus(c["x"]),
        ["log_sigmoid"] = static (t, c) => t.LogSigmoid(c["x"]),
        ["embedding"] = static (t, c) => t.Embedding(c["weight"], c.Integers("ids"), c.ShapeOf("ids")),
        ["softmax"] = static (t, c) => t.Softmax(Masked(t, c), c.Integer("axis")),
        ["log_softmax"] = static (t, c) => t.LogSoftmax(Masked(t, c), c.Integer("axis")),
        ["logsumexp"] = static (t, c) => t.LogSumExp(c["x"], c.Integer("axis"), c.Truth("keepdims")),
        ["cross_entropy"] = CrossEntropy,
        ["cross_entropy_shifted"] = static (t, c) => t.NextTokenCrossEntropy(c["logits"], c.Integers("target")),
        ["gather"] = Gather,
        ["entropy"] = static (t, c) => t.Entropy(c["logits"]),
        ["rms_norm"] = static (t, c) => t.RmsNorm(c["x"], c["weight"], c.Number("eps")),
        ["layer_norm"] = static (t, c) => t.LayerNorm(c["x"], c.Optional("weight"), c.Optional("bias"), c.Number("eps")),
        ["l2_normalise"] = static (t, c) => t.L2Normalise(c["x"]),
        ["swiglu_mlp"] = static (t, c) => t.Linear(t.SwiGlu(t.Linear(c["x"], c["gate"]), t.Linear(c["x"], c["up"])), c["down"]),
        ["mlp"] = static (t, c) => t.Linear(t.GeluTanh(t.Linear(c["x"], c["w1"], c["b1"])), c["w2"], c["b2"]),
        ["rope"] = static (t, c) => t.Rotary(c["x"], c.Integers("positions"), c.Number("theta"), Convention(c), HeadLayout.HeadsFirst, c.Integer("rotary_dim")),
        ["attention"] = static (t, c) => t.Attention(c["q"], c["k"], c["v"], new(c.Truth("causal"), c.Integer("query_offset")), c.Truths("key_mask")),
        ["scatter_add"] = static (t, c) => t.ScatterAdd(c["x"], c.Integers("index"), c["src"], c.Integer("axis")),
        ["index_add"] = static (t, c) => t.IndexAdd(c["x"], c.Integers("index"), c["src"], c.Integer("axis")),
        ["index_select"] = static (t, c) => t.IndexSelect(c["x"], c.Integers("index"), c.Integer("axis")),
        ["cumsum"] = static (t, c) => t.CumulativeSum(c["x"], c.Integer("axis")),
        ["concat"] = static (t, c) => c.Has("c") ? t.Concatenate(c.Integer("axis"), c["a"], c["b"], c["c"]) : t.Concatenate(c.Integer("axis"), c["a"], c["b"]),
        ["stack"] = static (t, c) => t.Stack(c.Integer("axis"), c["a"], c["b"]),
        ["slice"] = static (t, c) => c["x"].Shape.Rank == 3 ? t.Slice(t.Slice(c["x"], 1, 1, 4), 2, 0, step: 2) : t.Slice(c["x"], 1, -2),
        ["transpose"] = static (t, c) => t.Transpose(c["x"], c.List("axes")[0], c.List("axes")[1]),
        ["permute"] = static (t, c) => t.Permute(c["x"], c.List("order")),
        ["reshape"] = static (t, c) => t.Reshape(t.Permute(c["x"], 0, 2, 1, 3), new(2, 4, 15)),
        ["expand"] = static (t, c) => t.Expand(c["x"], new(c.List("shape"))),
        ["mean"] = static (t, c) => t.Mean(c["x"], c.List("axes"), c.Truth("keepdims")),
        ["sum"] = static (t, c) => t.Sum(c["x"], c.List("axes"), c.Truth("keepdims")),
        ["max"] = static (t, c) => t.Max(c["x"], c.List("axes"), c.Truth("keepdims")),
        ["min"] = static (t, c) => t.Min(c["x"], c.List("axes"), c.Truth("keepdims")),
        ["var"] = static (t, c) => t.Variance(c["x"], c.List("axes"), c.Integer("correction")),
        ["masked_mean"] = MaskedMean,
        ["conv1d"] = static (t, c) => t.Convolution1d(
            c["x"], c["weight"], c["bias"], c.Integer("stride"), c.Integer("dilation"), c.Integer("padding_left"), c.Integer("padding_right")),
        ["conv2d"] = static (t, c) => t.Convolution2d(c["x"], c["weight"], c["bias"], c.Integer("stride"), c.Integer("padding")),
        ["max_pool2d"] = static (t, c) => t.MaxPool2d(c["x"], c.Integer("kernel"), c.Integer("stride")),
        ["gru_cell"] = static (t, c) => t.GruCell(c["x"], c["h"], c["w_ih"], c["w_hh"], c["b_ih"], c["b_hh"]),
        ["graph"] = SharedParameter,
        ["gamma_nll"] = static (t, c) => t.GammaNegativeLogLikelihood(t.Softplus(c["raw_a"]), t.Softplus(c["raw_l"]), c["y"]),
        ["bce_with_logits"] = static (t, c) => t.BinaryCrossEntropy(c["logits"], c["target"]),
        ["mse"] = static (t, c) => t.MeanSquaredError(c["x"], c["target"]),
        ["huber"] = static (t, c) => t.HuberLoss(c["x"], c["target"], c.Number("delta")),
        ["kl_divergence"] = static (t, c) => t.DistillationLoss(c["student"], c["teacher"], c.Number("temperature")),
    };

    private static readonly Dictionary<string, Action<Tape, ReferenceCase>> Several = new(StringComparer.Ordinal)
    {
        ["split"] = Split,
        ["lstm_cell"] = Lstm,
    };

    public static void Run(ReferenceCase item)
    {
        if (Several.TryGetValue(item.Operation, out var run))
        {
            run(item.Tape, item);
            return;
        }

        Assert.True(Single.ContainsKey(item.Operation), $"{item.Name}: nobody knows the operation {item.Operation}");
        item.Output("output", Single[item.Operation](item.Tape, item));
    }

    private static Tensor Masked(Tape tape, ReferenceCase item) => item.Has("mask") ? tape.Add(item["x"], item["mask"]) : item["x"];

    private static RotaryConvention Convention(ReferenceCase item) =>
        item.Text("convention") == "half" ? RotaryConvention.Half : RotaryConvention.Interleaved;

    private static Tensor CrossEntropy(Tape tape, ReferenceCase item)
    {
        var reduction = item.Text("reduction") switch { "sum" => LossReduction.Sum, "none" => LossReduction.None, _ => LossReduction.Mean };
        var options = new CrossEntropyOptions
        {
            Reduction = reduction,
            IgnoreIndex = item.Integer("ignore_index", CrossEntropyOptions.DefaultIgnoreIndex),
            LabelSmoothing = item.Number("label_smoothing"),
        };
        return tape.CrossEntropy(item["logits"], item.Integers("target"), options, item.Has("weight") ? item["weight"].Span : default);
    }

    private static Tensor Gather(Tape tape, ReferenceCase item) => item.Has("logits")
        ? tape.Negate(tape.GatherLast(tape.LogSoftmax(item["logits"]), item.Integers("target")))
        : tape.Gather(item["x"], item.Integers("index"), item.Integer("axis"));

    private static Tensor MaskedMean(Tape tape, ReferenceCase item) => item.Name switch
    {
        "masked-mean-all" => tape.MaskedMean(item["x"], item["mask"]),
        "masked-mean-rows" => tape.MaskedMean(item["x"], item["mask"], [-1]),
        _ => tape.MaskedMean(item["x"], tape.Reshape(item["mask"], new(4, 7, 1)), [1]),
    };

    private static Tensor SharedParameter(Tape tape, ReferenceCase item)
    {
        var inner = tape.Tanh(tape.MatMul(item["x"], item["w"]));
        var outer = tape.Add(tape.Tanh(tape.MatMul(inner, item["w"])), item["x"]);
        return tape.Add(tape.Mean(tape.Multiply(outer, outer)), tape.Affine(tape.Sum(outer), 0.1f));
    }

    private static void Split(Tape tape, ReferenceCase item)
    {
        var start = 0;
        foreach (var (name, size) in new[] { "first", "second", "third" }.Zip(item.List("sizes")))
        {
            item.Output(name, tape.Slice(item["x"], item.Integer("axis"), start, start + size));
            start += size;
        }
    }

    private static void Lstm(Tape tape, ReferenceCase item)
    {
        var (hidden, cell) = tape.LstmCell(item["x"], item["h"], item["c"], item["w_ih"], item["w_hh"], item["b_ih"], item["b_hh"]);
        item.Output("h", hidden);
        item.Output("c", cell);
    }
}
