using Prudence.Neural.Tokenizers;

namespace Prudence.Neural.Tests.Tokenizers.SentencePiece;

/// <summary>Small random SentencePiece vocabularies.</summary>
internal static class Pieces
{
    private static readonly string[] Characters = ["\u2581", "a", "b", "c", "é", "😀"];

    /// <summary>Tokens: unknown, then pieces. Some have U+2581 within, so that words do not stand alone.</summary>
    public static TokenizerDefinition Random(Random random, TokenizerModel model)
    {
        var stopsAtWords = random.Next(2) == 0;
        var texts = new List<string> { "<unk>" };
        for (var i = 0; i < 14; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Characters[random.Next(Characters.Length)]));
            if (!texts.Contains(text) && !(stopsAtWords && text.TrimStart('\u2581').Contains('\u2581', StringComparison.Ordinal)))
            {
                texts.Add(text);
            }
        }

        return new TokenizerDefinition
        {
            Model = model,
            Tokens = texts,
            Types = [TokenType.Unknown, .. texts.Skip(1).Select(_ => random.Next(9) == 0 ? TokenType.Unused : TokenType.Normal)],
            Scores = [.. texts.Select(_ => -random.Next(1, 12) / 2f)],
            SpacePrefix = (SpacePrefix)random.Next(3),
            Markers = new MarkerIds { Unknown = 0 },
        };
    }

    public static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(7) is var choice && choice == 0 ? " " : choice == 6 ? "x" : Characters[choice].Replace('\u2581', ' ')));

    /// <summary>The text as SentencePiece sees it, character by character.</summary>
    public static List<string> Escape(TokenizerDefinition definition, string text)
    {
        var prefix = text.Length > 0 && (definition.SpacePrefix == SpacePrefix.Always || (definition.SpacePrefix == SpacePrefix.IfAbsent && text[0] != ' ')) ? "\u2581" : "";
        return [.. (prefix + text.Replace(' ', '\u2581')).EnumerateRunes().Select(static rune => rune.ToString())];
    }

    /// <summary>The id of a text that may come out of a text; -1 if there is none.</summary>
    public static int Find(TokenizerDefinition definition, string text)
    {
        var id = definition.Tokens.ToList().IndexOf(text);
        return id >= 0 && definition.Types![id] == TokenType.Normal ? id : -1;
    }
}
