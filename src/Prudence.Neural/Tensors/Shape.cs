using System.Runtime.CompilerServices;

namespace Prudence.Neural;

/// <summary>
/// The dimensions of a tensor, outermost first; no dimension at all is a single number. A value that lives on the stack, so that computing a
/// shape costs no garbage.
/// </summary>
public readonly struct Shape : IEquatable<Shape>
{
    /// <summary>The largest number of dimensions.</summary>
    public const int MaximumRank = 6;

    private readonly Dimensions dimensions;

    /// <summary>Makes a shape of the dimensions named, outermost first.</summary>
    /// <exception cref="ArgumentException">A dimension is negative or there are more than <see cref="MaximumRank"/>.</exception>
    public Shape(params ReadOnlySpan<int> dimensions)
    {
        if (dimensions.Length > MaximumRank)
        {
            throw new ArgumentException($"A tensor has at most {MaximumRank} dimensions, not {dimensions.Length}.", nameof(dimensions));
        }

        Rank = dimensions.Length;
        long count = 1;
        for (var axis = 0; axis < Rank; axis++)
        {
            if (dimensions[axis] < 0)
            {
                throw new ArgumentException($"Dimension {axis} is {dimensions[axis]}; it must not be negative.", nameof(dimensions));
            }

            this.dimensions[axis] = dimensions[axis];
            count *= dimensions[axis];
        }

        Count = checked((int)count);
    }

    /// <summary>The number of dimensions.</summary>
    public int Rank { get; }

    private readonly int countMinusOne;

    /// <summary>The number of elements: the product of all dimensions, 1 for a single number.</summary>
    public int Count { get => countMinusOne + 1; private init => countMinusOne = value - 1; }

    /// <summary>The last dimension, or 1 for a single number.</summary>
    public int Last => Rank == 0 ? 1 : dimensions[Rank - 1];

    /// <summary>The number of rows when all but the last dimension are taken together.</summary>
    public int Rows => Last == 0 ? 0 : Count / Last;

    /// <summary>A dimension; negative axes count from the end.</summary>
    public int this[int axis] => dimensions[Axis(axis)];

    /// <summary>The axis counted from the front.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public int Axis(int axis)
    {
        var counted = axis < 0 ? axis + Rank : axis;
        return (uint)counted < (uint)Rank
            ? counted
            : throw new ArgumentOutOfRangeException(nameof(axis), $"Axis {axis} does not exist in shape {this}.");
    }

    /// <summary>The product of the dimensions from one axis up to, not including, another.</summary>
    public int Product(int from, int to)
    {
        var product = 1;
        for (var axis = from; axis < to; axis++)
        {
            product *= dimensions[axis];
        }

        return product;
    }

    /// <summary>The same shape with one dimension changed.</summary>
    public Shape With(int axis, int dimension)
    {
        Span<int> changed = stackalloc int[Rank];
        CopyTo(changed);
        changed[Axis(axis)] = dimension;
        return new(changed);
    }

    /// <summary>The same shape without one of its dimensions.</summary>
    public Shape Without(int axis)
    {
        Span<int> all = stackalloc int[Rank];
        CopyTo(all);
        all[(Axis(axis) + 1)..].CopyTo(all[Axis(axis)..]);
        return new(all[..^1]);
    }

    /// <summary>Writes the dimensions into the beginning of a span.</summary>
    public void CopyTo(Span<int> target)
    {
        for (var axis = 0; axis < Rank; axis++)
        {
            target[axis] = dimensions[axis];
        }
    }

    /// <summary>
    /// The shape that two shapes broadcast to: they are aligned at the last dimension, and a dimension that is 1 or missing is repeated.
    /// </summary>
    /// <exception cref="ShapeException">They do not fit.</exception>
    public static Shape Broadcast(in Shape left, in Shape right, string operation)
    {
        var rank = Math.Max(left.Rank, right.Rank);
        Span<int> result = stackalloc int[rank];
        for (var back = 1; back <= rank; back++)
        {
            var (a, b) = (left.FromEnd(back), right.FromEnd(back));
            if (a != b && a != 1 && b != 1)
            {
                throw new ShapeException(operation, left, right, "each pair of dimensions, counted from the end, must be equal or have a 1");
            }

            result[rank - back] = a == 1 ? b : a;
        }

        return new(result);
    }

    /// <summary>True if both have the same dimensions.</summary>
    public static bool operator ==(in Shape left, in Shape right) => left.Equals(right);

    /// <summary>True if they differ in a dimension.</summary>
    public static bool operator !=(in Shape left, in Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other)
    {
        if (Rank != other.Rank)
        {
            return false;
        }

        for (var axis = 0; axis < Rank; axis++)
        {
            if (dimensions[axis] != other.dimensions[axis])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Rank;
        for (var axis = 0; axis < Rank; axis++)
        {
            hash = HashCode.Combine(hash, dimensions[axis]);
        }

        return hash;
    }

    /// <summary>The dimensions in brackets, for example <c>[2,3]</c>.</summary>
    public override string ToString()
    {
        var all = new int[Rank];
        CopyTo(all);
        return $"[{string.Join(',', all)}]";
    }

    private int FromEnd(int back) => back > Rank ? 1 : dimensions[Rank - back];

    [InlineArray(MaximumRank)]
    private struct Dimensions
    {
        private int first;
    }
}
