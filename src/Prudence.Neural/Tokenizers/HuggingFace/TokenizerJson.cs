using System.Text.Json;

namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>
/// Reads tokenizer.json files of Hugging Face: models BPE (byte-level or SentencePiece), Unigram and WordPiece with the parts that real models combine them
/// with. A part that is not known is an error. Truncation, padding and post-processing are not applied: encoding adds nothing.
/// </summary>
public static class TokenizerJson
{
    private static readonly string[] Parts = ["version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder", "model"];
    private static readonly string[] PostProcessors = ["ByteLevel", "TemplateProcessing", "BertProcessing", "RobertaProcessing", "Sequence"];
    private static readonly string[] Decoders = ["ByteLevel", "WordPiece", "Metaspace", "Replace", "ByteFallback", "Fuse", "Strip", "Sequence"];

    /// <summary>Reads a file and makes its tokenizer.</summary>
    /// <param name="utf8">The text of the file.</param>
    /// <exception cref="TokenizerException">The file is wrong or has a part that is not supported; the message says what and where.</exception>
    public static Tokenizer Create(ReadOnlyMemory<byte> utf8) => TokenizerFactory.Create(Read(utf8));

    /// <summary>Reads a file as plain data.</summary>
    /// <param name="utf8">The text of the file.</param>
    /// <exception cref="TokenizerException">The file is wrong or has a part that is not supported; the message says what and where.</exception>
    public static TokenizerDefinition Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(new JsonPart(document.RootElement, ""));
        }
        catch (JsonException wrong)
        {
            throw new TokenizerException($"tokenizer.json is not JSON: {wrong.Message}", wrong);
        }
    }

    private static TokenizerDefinition Read(JsonPart file)
    {
        foreach (var (name, part) in file.Properties())
        {
            if (!Parts.Contains(name, StringComparer.Ordinal))
            {
                throw part.Wrong($"this part is not known: known are {string.Join(", ", Parts)}");
            }
        }

        CheckTypes(file.Optional("post_processor"), PostProcessors, "processors");
        CheckTypes(file.Optional("decoder"), Decoders, "decoders");
        var model = file.Get("model");
        return model.Type switch
        {
            "BPE" => BytePairReader.Read(file, model),
            "Unigram" => UnigramReader.Read(file, model),
            "WordPiece" => WordPieceReader.Read(file, model),
            var other => throw model.Wrong($"the model {Vocabulary.Quote(other)} is not supported: supported are BPE, Unigram and WordPiece"),
        };
    }

    private static void CheckTypes(JsonPart part, string[] known, string inner)
    {
        if (part.IsNull)
        {
            return;
        }

        if (!known.Contains(part.Type, StringComparer.Ordinal))
        {
            throw part.Wrong($"the type {Vocabulary.Quote(part.Type)} is not supported: supported are {string.Join(", ", known)}");
        }

        foreach (var item in part.Type == "Sequence" ? part.Get(inner).Items() : [])
        {
            CheckTypes(item, known, inner);
        }
    }
}
