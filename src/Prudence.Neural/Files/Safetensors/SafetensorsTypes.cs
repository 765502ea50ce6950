namespace Prudence.Neural.Files;

/// <summary>The names that safetensors gives to element types.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, ElementType Type)[] All =
    [
        ("F64", ElementType.Float64), ("F32", ElementType.Float32), ("F16", ElementType.Float16), ("BF16", ElementType.BFloat16),
        ("I64", ElementType.Int64), ("I32", ElementType.Int32), ("I16", ElementType.Int16), ("I8", ElementType.Int8),
        ("U8", ElementType.UInt8), ("BOOL", ElementType.Boolean),
    ];

    /// <summary>The types that can be read, in words.</summary>
    public static string Known => $"one of {string.Join(", ", All.Select(static pair => pair.Name))}";

    public static ElementType? Find(string name)
    {
        foreach (var (known, type) in All)
        {
            if (known == name)
            {
                return type;
            }
        }

        return null;
    }

    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public static string NameOf(ElementType type)
    {
        foreach (var (name, known) in All)
        {
            if (known == type)
            {
                return name;
            }
        }

        throw new ArgumentException($"safetensors has no {type}", nameof(type));
    }
}
