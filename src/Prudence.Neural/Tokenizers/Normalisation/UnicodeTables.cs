using System.Globalization;
using System.Reflection;

namespace Prudence.Neural.Tokenizers.Normalisation;

/// <summary>Canonical decompositions and combining classes, read once from the Unicode Character Database.</summary>
internal static class UnicodeTables
{
    private static readonly Dictionary<int, (int First, int Second)> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly Dictionary<int, byte> Classes = [];

    static UnicodeTables()
    {
        foreach (var fields in Lines("unicode/canonical-decompositions.txt"))
        {
            var parts = fields.Where(static field => field != "!").Select(Number).ToArray();
            Decompositions[parts[0]] = (parts[1], parts.Length > 2 ? parts[2] : 0);
            if (fields[^1] != "!")
            {
                Compositions[(parts[1], parts[2])] = parts[0];
            }
        }

        foreach (var fields in Lines("unicode/combining-classes.txt"))
        {
            for (var character = Number(fields[0]); character <= Number(fields[1]); character++)
            {
                Classes[character] = byte.Parse(fields[2], CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>What a character decomposes into in one step; the second is 0 if it becomes a single character.</summary>
    public static bool TryDecompose(int character, out (int First, int Second) parts) => Decompositions.TryGetValue(character, out parts);

    /// <summary>The character that two characters make.</summary>
    public static bool TryCompose(int first, int second, out int composed) => Compositions.TryGetValue((first, second), out composed);

    /// <summary>The combining class of a character; 0 for those that begin anew.</summary>
    public static byte ClassOf(int character) => Classes.GetValueOrDefault(character);

    private static int Number(string field) => int.Parse(field, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split(' ');
            }
        }
    }
}
