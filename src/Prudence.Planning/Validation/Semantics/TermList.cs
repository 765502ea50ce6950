namespace Prudence.Planning.Validation.Semantics;

/// <summary>Terms as numbers: a slot of the frame, or the complement of an object's number.</summary>
internal static class TermList
{
    public static int Value(int term, int[] frame) => term < 0 ? ~term : frame[term];

    public static void Fill(int[] terms, Span<int> tuple, int[] frame)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            tuple[i] = Value(terms[i], frame);
        }
    }
}
