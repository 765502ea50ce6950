namespace Prudence.Neural.Files;

/// <summary>How the numbers of a stored tensor are written.</summary>
public enum ElementType
{
    /// <summary>IEEE 754 with 32 bits.</summary>
    Float32,

    /// <summary>IEEE 754 with 16 bits.</summary>
    Float16,

    /// <summary>The upper half of a float with 32 bits.</summary>
    BFloat16,

    /// <summary>IEEE 754 with 64 bits.</summary>
    Float64,

    /// <summary>Signed whole numbers of 8 bits.</summary>
    Int8,

    /// <summary>Whole numbers of 8 bits.</summary>
    UInt8,

    /// <summary>Signed whole numbers of 16 bits.</summary>
    Int16,

    /// <summary>Signed whole numbers of 32 bits.</summary>
    Int32,

    /// <summary>Signed whole numbers of 64 bits.</summary>
    Int64,

    /// <summary>One byte that is 0 or 1.</summary>
    Boolean,

#pragma warning disable CA1707 // The names by which these formats are known.
    /// <summary>Blocks of 32: a scale, and 4 bits each, less 8.</summary>
    Q4_0,

    /// <summary>Blocks of 32: a scale, a minimum, and 4 bits each.</summary>
    Q4_1,

    /// <summary>Blocks of 32: a scale, and 5 bits each, less 16.</summary>
    Q5_0,

    /// <summary>Blocks of 32: a scale, a minimum, and 5 bits each.</summary>
    Q5_1,

    /// <summary>Blocks of 32: a scale, and a signed byte each.</summary>
    Q8_0,

    /// <summary>Blocks of 256, in eight parts with scale and minimum of 6 bits each, and 4 bits an element.</summary>
    Q4_K,

    /// <summary>Blocks of 256, in sixteen parts with a scale of 8 bits each, and 6 bits an element, less 32.</summary>
    Q6_K,
#pragma warning restore CA1707
}
