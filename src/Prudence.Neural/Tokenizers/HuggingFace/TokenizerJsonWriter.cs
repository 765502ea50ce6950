using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>Writes byte-level byte-pair tokenizers, such as trained ones, as tokenizer.json files of Hugging Face.</summary>
public static class TokenizerJsonWriter
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file.</summary>
    /// <exception cref="NotSupportedException">The tokenizer is not a byte-level one, or cuts words by a rule that has no form in such files.</exception>
    public static void Write(TokenizerDefinition definition, Stream target)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Model != TokenizerModel.ByteLevelBytePair)
        {
            throw new NotSupportedException($"only byte-level byte-pair tokenizers can be written, not {definition.Model}");
        }

        var steps = BytePairReader.StepsOf(definition.PreTokenizer);
        using var json = new Utf8JsonWriter(target, Layout);
        json.WriteStartObject();
        json.WriteString("version", "1.0");
        WriteAddedTokens(definition, json);
        WriteTypes(json, "normalizer", definition.Normalisation == Normalisation.TextNormalisation.Composed ? """{"type":"NFC"}""" : "null");
        WriteTypes(json, "pre_tokenizer", steps);
        WriteTypes(json, "decoder", """{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}""");
        WriteModel(definition, json);
        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        using var document = JsonDocument.Parse(value);
        document.RootElement.WriteTo(json);
    }

    private static void WriteAddedTokens(TokenizerDefinition definition, Utf8JsonWriter json)
    {
        json.WriteStartArray("added_tokens");
        for (var id = 0; id < definition.Tokens.Count; id++)
        {
            if (definition.Types?[id] is TokenType.Control or TokenType.UserDefined or TokenType.Unknown)
            {
                json.WriteStartObject();
                json.WriteNumber("id", id);
                json.WriteString("content", definition.Tokens[id]);
                foreach (var flag in (string[])["single_word", "lstrip", "rstrip", "normalized"])
                {
                    json.WriteBoolean(flag, false);
                }

                json.WriteBoolean("special", definition.Types[id] != TokenType.UserDefined);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteModel(TokenizerDefinition definition, Utf8JsonWriter json)
    {
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteBoolean("ignore_merges", definition.PreferWholeWords);
        json.WriteStartObject("vocab");
        for (var id = 0; id < definition.Tokens.Count; id++)
        {
            json.WriteNumber(definition.Tokens[id], id);
        }

        json.WriteEndObject();
        json.WriteStartArray("merges");
        foreach (var merge in definition.Merges ?? [])
        {
            json.WriteStartArray();
            json.WriteStringValue(merge.Left);
            json.WriteStringValue(merge.Right);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
