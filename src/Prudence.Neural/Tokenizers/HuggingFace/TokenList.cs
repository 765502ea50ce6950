using System.Text.Json;

namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>The tokens of a tokenizer.json by id: those of the model, then those that were added.</summary>
internal sealed class TokenList
{
    private readonly List<string?> texts = [];
    private readonly List<TokenType> types = [];

    public IReadOnlyList<string> Texts => texts!;

    public IReadOnlyList<TokenType> Types => types;

    /// <summary>The id of a text.</summary>
    public int? Find(string? text) => text is not null && texts.IndexOf(text) is >= 0 and var id ? id : null;

    /// <summary>Sets the token of an id. No id may lie beyond the number of tokens in the file.</summary>
    public void Set(int id, string text, TokenType type, JsonPart where, int most)
    {
        if (id < 0 || id >= most)
        {
            throw where.Wrong($"the id {id} is out of place: the file has {most} tokens, with ids from 0 without gaps");
        }

        while (texts.Count <= id)
        {
            texts.Add(null);
            types.Add(TokenType.Normal);
        }

        if (texts[id] is { } other && other != text)
        {
            throw where.Wrong($"the id {id} belongs to {Vocabulary.Quote(other)} already");
        }

        (texts[id], types[id]) = (text, type);
    }

    /// <summary>Adds the tokens that the model does not make itself.</summary>
    public void AddSpecial(JsonPart added, int most)
    {
        foreach (var token in added.IsNull ? [] : added.Items())
        {
            foreach (var flag in (string[])["single_word", "lstrip", "rstrip"])
            {
                if (token.Flag(flag))
                {
                    throw token.Wrong($"{flag} is true: special tokens that take the text around them into account are not supported");
                }
            }

            Set(token.Get("id").Number(), token.Get("content").Text(), token.Flag("special") ? TokenType.Control : TokenType.UserDefined, token, most);
        }
    }

    /// <summary>Makes sure that no id is without a token.</summary>
    public void Complete(JsonPart where)
    {
        var gap = texts.IndexOf(null);
        if (gap >= 0)
        {
            throw where.Wrong($"no token has the id {gap}: expected ids from 0 to {texts.Count - 1} without gaps");
        }
    }

    /// <summary>Number of entries of a list or object; 0 if there is none.</summary>
    public static int Count(JsonPart part) => part.Value.ValueKind switch
    {
        JsonValueKind.Array => part.Value.GetArrayLength(),
        JsonValueKind.Object => part.Value.GetPropertyCount(),
        _ => 0,
    };
}
