namespace Prudence.Neural;

/// <summary>Which numbers of a head form the pairs that rotary embedding turns.</summary>
public enum RotaryConvention
{
    /// <summary>The first half with the second: i and i + d/2, as in the Llama files of Hugging Face.</summary>
    Half,

    /// <summary>Neighbours: 2i and 2i + 1, as in GPT-J and in the Llama files of GGUF.</summary>
    Interleaved,
}
