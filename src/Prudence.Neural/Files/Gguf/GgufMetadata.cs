using System.Globalization;

namespace Prudence.Neural.Files;

/// <summary>
/// What a GGUF file says of its model, by key: numbers, truth values, texts and arrays of these. Whole numbers are read whatever their width in the
/// file.
/// </summary>
public sealed class GgufMetadata
{
    private readonly Dictionary<string, object> values;
    private readonly string path;

    internal GgufMetadata(Dictionary<string, object> values, string path) => (this.values, this.path) = (values, path);

    /// <summary>The keys, in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => values.Keys;

    /// <summary>The value of a key: a boxed number or truth value, a string, or an array.</summary>
    /// <exception cref="ModelFileException">There is no such key.</exception>
    public object this[string key] => values.TryGetValue(key, out var value) ? value : throw Missing(key);

    /// <summary>A value that the file must have.</summary>
    /// <typeparam name="T"><see cref="long"/>, <see cref="double"/> or <see cref="bool"/>.</typeparam>
    /// <exception cref="ModelFileException">There is no such key, or its value is something else.</exception>
    public T Get<T>(string key)
        where T : struct => Find<T>(key) ?? throw Missing(key);

    /// <summary>A value that the file may have; null if it has not.</summary>
    /// <typeparam name="T"><see cref="long"/>, <see cref="double"/> or <see cref="bool"/>.</typeparam>
    /// <exception cref="ModelFileException">Its value is something else.</exception>
    public T? Find<T>(string key)
        where T : struct
    {
        if (!values.TryGetValue(key, out var value))
        {
            return null;
        }

        var isRight = typeof(T) == typeof(bool) ? value is bool
            : typeof(T) == typeof(long) ? value is byte or sbyte or ushort or short or uint or int or long or ulong and <= long.MaxValue
            : value is not (bool or string or Array);
        return isRight ? (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture) : throw Other(key, typeof(T).Name, value);
    }

    /// <summary>A text that the file must have.</summary>
    /// <exception cref="ModelFileException">There is no such key, or its value is something else.</exception>
    public string GetText(string key) => FindText(key) ?? throw Missing(key);

    /// <summary>A text that the file may have; null if it has not.</summary>
    /// <exception cref="ModelFileException">Its value is something else.</exception>
    public string? FindText(string key) => values.TryGetValue(key, out var value) ? value as string ?? throw Other(key, "a text", value) : null;

    /// <summary>An array that the file may have; null if it has not.</summary>
    /// <typeparam name="T">The type of its elements, as the file has them.</typeparam>
    /// <exception cref="ModelFileException">Its value is something else.</exception>
    public T[]? FindArray<T>(string key) =>
        values.TryGetValue(key, out var value) ? value.GetType() == typeof(T[]) ? (T[])value : throw Other(key, $"an array of {typeof(T).Name}", value) : null;

    private ModelFileException Missing(string key) => new($"{path} says nothing of {key}: this program needs it");

    private ModelFileException Other(string key, string expected, object found) => new($"{path}, {key}: expected {expected}; found {found.GetType().Name}");
}
