namespace Prudence.Planning.Tasks;

/// <summary>A finite-domain state variable.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="FactNames">One name per value: the atom, <c>not (atom)</c>, or <c>&lt;none of those&gt;</c>.</param>
/// <param name="AxiomLayer">-1 for a variable that operators change; otherwise the stratum in which rules derive it, from 0.</param>
/// <param name="DefaultValue">For a derived variable, the value it has where no rule fires; -1 otherwise.</param>
public sealed record TaskVariable(string Name, string[] FactNames, int AxiomLayer = -1, int DefaultValue = -1)
{
    /// <summary>The number of values.</summary>
    public int DomainSize => FactNames.Length;

    /// <summary>True where rules, not operators, set it.</summary>
    public bool IsDerived => AxiomLayer >= 0;
}
