using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>Resolves the names of one schema: every variable of it, inner ones too, has a slot of its own in the frame.</summary>
internal sealed class Scope(RelationTable relations)
{
    private readonly List<string> names = [];
    private readonly List<int> slots = [];

    /// <summary>How many slots the frame needs.</summary>
    public int FrameSize { get; private set; }

    /// <summary>Opens a scope for variables; <see cref="Close"/> ends it.</summary>
    public int[] Open(ImmutableArray<Parameter> parameters)
    {
        var opened = new int[parameters.Length];
        for (var i = 0; i < opened.Length; i++)
        {
            opened[i] = FrameSize++;
            names.Add(parameters[i].Name);
            slots.Add(opened[i]);
        }

        return opened;
    }

    public void Close(ImmutableArray<Parameter> parameters)
    {
        names.RemoveRange(names.Count - parameters.Length, parameters.Length);
        slots.RemoveRange(slots.Count - parameters.Length, parameters.Length);
    }

    public ObjectSet[] Ranges(ImmutableArray<Parameter> parameters)
    {
        var ranges = new ObjectSet[parameters.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = relations.Objects.Of(parameters[i].Type);
        }

        return ranges;
    }

    public int[] Terms(ImmutableArray<Term> terms)
    {
        var numbers = new int[terms.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Term(terms[i]);
        }

        return numbers;
    }

    /// <summary>The number of a term: of the innermost variable of that name, or of an object.</summary>
    public int Term(Term term)
    {
        if (!term.IsVariable)
        {
            return ~relations.Number(term.Name);
        }

        var place = names.LastIndexOf(term.Name);
        return place >= 0 ? slots[place] : throw new ArgumentException($"{term.Position}: no variable {term.Name} is declared here");
    }
}
