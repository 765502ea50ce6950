namespace Prudence.Planning.States;

/// <summary>Some bits of one word of a packed state and what they should be: a test, or with the same fields an assignment.</summary>
/// <param name="Word">The word.</param>
/// <param name="Mask">The bits that matter.</param>
/// <param name="Value">What they are or become; zero outside the mask.</param>
internal readonly record struct MaskedWord(int Word, uint Mask, uint Value)
{
    /// <summary>The bits of one variable.</summary>
    public static MaskedWord For(StatePacker packer, int variable, int value) =>
        new(packer.Word(variable), packer.Mask(variable) << packer.Shift(variable), (uint)value << packer.Shift(variable));

    /// <summary>Both together; where they overlap the later one counts.</summary>
    public MaskedWord With(MaskedWord later) => new(Word, Mask | later.Mask, (Value & ~later.Mask) | later.Value);
}
