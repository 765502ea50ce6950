using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.BytePairs;

namespace Prudence.Neural.Tests.Tokenizers.BytePairs;

public sealed class BytePairTrainerTests
{
    // The worked example of the Hugging Face course on byte-pair encoding.
    private static readonly string[] Course = [.. Repeat("hug", 10), .. Repeat("pug", 5), .. Repeat("pun", 12), .. Repeat("bun", 4), .. Repeat("hugs", 5)];

    [Fact]
    public void The_example_of_the_course_has_its_merges()
    {
        var trained = Train(Course, 256 + 3);
        Assert.Equal([new Merge("u", "g"), new Merge("u", "n"), new Merge("h", "ug")], trained.Merges!);
        Assert.Equal(["ug", "un", "hug"], trained.Tokens.Skip(256));
        var ids = new List<int>();
        TokenizerFactory.Create(trained).Encode("bug", ids);
        Assert.Equal(['b', 256], ids);
    }

    [Fact]
    public void Among_equal_pairs_the_smaller_ids_go_first() =>
        Assert.Equal([new Merge("a", "d"), new Merge("a", "z"), new Merge("b", "a")], Train(["ba", "ba", "az", "az", "ad", "ad"], 259).Merges!);

    [Fact]
    public void The_order_of_the_texts_does_not_matter() => Prop.ForAll(Texts.Of("ab", "abc", "bca", " ", "aa", "é", "x\n"), static text =>
    {
        var words = text.Chunk(5).Select(static part => new string(part)).ToList();
        Assert.Equal(Train(words, 280).Merges, Train(words.AsEnumerable().Reverse(), 280).Merges);
    }).Check(Texts.Seeded.WithMaxTest(200));

    [Fact]
    public void Counts_kept_up_to_date_give_what_counting_anew_gives() => Prop.ForAll(Texts.Of("ab", "abc", "bca", " ", "aaa", "ca", "b", "é"), static text =>
        Assert.Equal(Naive(text, 20), Train([text], 276).Merges!)).Check(Texts.Seeded.WithMaxTest(300));

    [Fact]
    public void Special_tokens_have_the_first_ids_and_no_text_becomes_them()
    {
        var tokenizer = TokenizerFactory.Create(BytePairTrainer.Train(["<end> of it"], new BytePairTrainingOptions { VocabularySize = 300, SpecialTokens = ["<end>"], MinimumCount = 1 }));
        var (plain, special) = (new List<int>(), new List<int>());
        tokenizer.Encode("x<end>", plain);
        tokenizer.Encode("x<end>", special, parseSpecial: true);
        Assert.DoesNotContain(0, plain);
        Assert.Equal(['x' + 1, 0], special);
        Assert.Equal("x<end>", tokenizer.Decode([.. plain]));
    }

    [Fact]
    public void Every_text_comes_back() => Prop.ForAll(Texts.Of("hug", "pun", " ", "\0", "é", "中", "😀", "\n\n", "1"), static text =>
    {
        var tokenizer = TokenizerFactory.Create(Train(Course, 270));
        var ids = new List<int>();
        tokenizer.Encode(text, ids);
        Assert.Equal(text, tokenizer.Decode([.. ids]));
    }).Check(Texts.Seeded.WithMaxTest(100));

    [Fact]
    public void No_token_grows_beyond_what_can_be_read_back()
    {
        var trained = Train([new string('a', 5000)], 300);
        Assert.InRange(trained.Tokens.Max(static token => token.Length), 512, Vocabulary.LongestToken);
        TokenizerFactory.Create(trained);
    }

    [Fact]
    public void A_vocabulary_without_room_for_bytes_is_refused() =>
        Assert.Contains("at least 256", Assert.Throws<ArgumentException>(static () => Train(["a"], 255)).Message, StringComparison.Ordinal);

    [Fact]
    public void Training_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(static () => BytePairTrainer.Train(["aa"], new BytePairTrainingOptions { VocabularySize = 300 }, new CancellationToken(canceled: true)));

    private static TokenizerDefinition Train(IEnumerable<string> texts, int size) => BytePairTrainer.Train(texts, new BytePairTrainingOptions { VocabularySize = size });

    private static IEnumerable<string> Repeat(string word, int count) => Enumerable.Repeat(word, count);

    private static List<Merge> Naive(string text, int most)
    {
        var words = new List<List<int>>();
        for (var position = 0; position < text.Length;)
        {
            var end = Neural.Tokenizers.PreTokenizers.PreTokenizer.Named("gpt-2").EndOfWord(text, position);
            words.Add([.. Encoding.UTF8.GetBytes(text[position..end]).Select(static value => (int)value)]);
            position = end;
        }

        var texts = Enumerable.Range(0, 256).Select(static value => ByteAlphabet.CharacterOf((byte)value).ToString()).ToList();
        var merges = new List<Merge>();
        while (texts.Count < 256 + most)
        {
            var best = words.SelectMany(static word => word.Zip(word.Skip(1))).GroupBy(static pair => pair).Where(static group => group.Count() >= 2)
                .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key.First).ThenBy(static group => group.Key.Second).FirstOrDefault();
            if (best is null)
            {
                break;
            }

            var (left, right) = best.Key;
            merges.Add(new Merge(texts[left], texts[right]));
            var id = texts.IndexOf(texts[left] + texts[right]);
            if (id < 0)
            {
                id = texts.Count;
                texts.Add(texts[left] + texts[right]);
            }

            words.ForEach(word => Join(word, left, right, id));
        }

        return merges;
    }

    private static void Join(List<int> word, int left, int right, int id)
    {
        for (var i = 0; i + 1 < word.Count; i++)
        {
            if (word[i] == left && word[i + 1] == right)
            {
                word[i] = id;
                word.RemoveAt(i + 1);
            }
        }
    }
}
