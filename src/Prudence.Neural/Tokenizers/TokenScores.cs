namespace Prudence.Neural.Tokenizers;

/// <summary>Scores of tokens, one for each.</summary>
internal static class TokenScores
{
    /// <summary>The scores, if there is a number for each token.</summary>
    public static IReadOnlyList<float> Check(Vocabulary vocabulary, IReadOnlyList<float>? scores)
    {
        if (scores?.Count != vocabulary.Count)
        {
            throw new TokenizerException($"there are {vocabulary.Count} tokens but {scores?.Count ?? 0} scores: expected one for each");
        }

        for (var id = 0; id < scores.Count; id++)
        {
            if (!float.IsFinite(scores[id]))
            {
                throw new TokenizerException($"the score of token {id} is {scores[id]}: expected a finite number");
            }
        }

        return scores;
    }
}
