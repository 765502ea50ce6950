namespace Prudence.Neural.Files;

/// <summary>The numbers that GGUF gives to element types.</summary>
internal static class GgufElementTypes
{
    private static readonly Dictionary<uint, ElementType> ByCode = new()
    {
        [0] = ElementType.Float32,
        [1] = ElementType.Float16,
        [2] = ElementType.Q4_0,
        [3] = ElementType.Q4_1,
        [6] = ElementType.Q5_0,
        [7] = ElementType.Q5_1,
        [8] = ElementType.Q8_0,
        [12] = ElementType.Q4_K,
        [14] = ElementType.Q6_K,
        [24] = ElementType.Int8,
        [25] = ElementType.Int16,
        [26] = ElementType.Int32,
        [27] = ElementType.Int64,
        [28] = ElementType.Float64,
        [30] = ElementType.BFloat16,
    };

    /// <summary>The types that can be read, in words.</summary>
    public static string Known => $"one of {string.Join(", ", ByCode.Select(static pair => $"{pair.Value} ({pair.Key})"))}";

    public static ElementType? Find(uint code) => ByCode.TryGetValue(code, out var type) ? type : null;

    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public static uint CodeOf(ElementType type)
    {
        foreach (var (code, known) in ByCode)
        {
            if (known == type)
            {
                return code;
            }
        }

        throw new ArgumentException($"GGUF has no {type}", nameof(type));
    }
}
