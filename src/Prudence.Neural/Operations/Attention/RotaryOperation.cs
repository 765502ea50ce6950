namespace Prudence.Neural;

/// <summary>
/// Rotary position embedding: turns pairs of numbers by position * theta^(-2i/d). Sines and cosines are computed in double precision, once for
/// as long as the positions stay the same.
/// </summary>
internal sealed unsafe class RotaryOperation : Operation
{
    private readonly IndexBuffer positions = new();
    private Tensor x = null!;
    private Tensor y = null!;
    private Tensor? table;
    private HeadsView heads;
    private RotaryConvention convention;
    private double theta;
    private int turned;
    private bool isPerBatch;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> places, double theBase, RotaryConvention pairs, HeadLayout layout, int rotaryWidth)
    {
        (x, convention) = (input, pairs);
        heads = new(x.Shape, layout, "rope");
        var width = rotaryWidth == 0 ? heads.Width : rotaryWidth;
        if (width > heads.Width || width % 2 != 0 || (places.Length != heads.Positions && places.Length != heads.Positions * heads.Batch))
        {
            throw new ShapeException("rope", x.Shape, $"an even rotary width up to {heads.Width} and {heads.Positions} positions (or as many for each batch row) were expected, not {width} and {places.Length}");
        }

        isPerBatch = places.Length != heads.Positions;
        UpdateTable(places, theBase, width);
        y = Output(x.Shape, x.RequiresGradient);
        Turn(x.Data, y.Data, 1, add: false);
        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToWrite(out var add);
        Turn(upstream, gradient, -1, add);
    }

    public override void Dispose()
    {
        base.Dispose();
        table?.Dispose();
    }

    private void UpdateTable(ReadOnlySpan<int> places, double theBase, int width)
    {
        if (table is not null && theBase == theta && width == turned && positions.Span.SequenceEqual(places))
        {
            return;
        }

        positions.Set(places);
        (theta, turned) = (theBase, width);
        table ??= new();
        table.Allocate(new(places.Length, width));
        for (var place = 0; place < places.Length; place++)
        {
            for (var pair = 0; pair < width / 2; pair++)
            {
                var (sine, cosine) = Math.SinCos(places[place] * Math.Pow(theta, -2.0 * pair / width));
                table.Data[(place * width) + (2 * pair)] = (float)cosine;
                table.Data[(place * width) + (2 * pair) + 1] = (float)sine;
            }
        }
    }

    private void Turn(float* source, float* target, float direction, bool add)
    {
        var body = new Body(heads, convention, turned, isPerBatch, table!.Data, source, target, direction, add);
        Compute.For(ref body, heads.Batch * heads.Positions, 1 + (2048 / Math.Max(1, heads.Heads * heads.Width)));
    }

    private readonly struct Body(
        HeadsView heads, RotaryConvention convention, int turned, bool isPerBatch, float* table, float* source, float* target, float direction, bool add) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var item = start; item < end; item++)
            {
                var (batch, position) = Math.DivRem(item, heads.Positions);
                var row = table + ((nint)(isPerBatch ? item : position) * turned);
                for (var head = 0; head < heads.Heads; head++)
                {
                    var place = heads.Start(batch, head) + ((nint)position * heads.RowStride);
                    TurnRow(row, source + place, target + place);
                }
            }
        }

        private void TurnRow(float* row, float* from, float* to)
        {
            var (step, distance) = convention == RotaryConvention.Half ? (1, turned / 2) : (2, 1);
            for (var pair = 0; pair < turned / 2; pair++)
            {
                var (cosine, sine) = (row[2 * pair], direction * row[(2 * pair) + 1]);
                var (a, b) = (from[pair * step], from[(pair * step) + distance]);
                var (first, second) = ((a * cosine) - (b * sine), (b * cosine) + (a * sine));
                to[pair * step] = add ? to[pair * step] + first : first;
                to[(pair * step) + distance] = add ? to[(pair * step) + distance] + second : second;
            }

            for (var index = turned; index < heads.Width; index++)
            {
                to[index] = add ? to[index] + from[index] : from[index];
            }
        }
    }
}
