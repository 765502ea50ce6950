namespace Prudence.Planning.Language.Reading;

/// <summary>What a file may refer to by name. A set that is incomplete was not read in full: unknown names may be a consequence of that.</summary>
internal sealed class Vocabulary
{
    public string DomainName { get; set; } = "";

    public TypeTable Types { get; init; } = new();

    public Dictionary<string, PddlObject> Objects { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Objects that a domain uses without declaring them: its problems must. Null while reading a problem.</summary>
    public Dictionary<string, SourcePosition>? Awaited { get; private init; } = new(StringComparer.Ordinal);

    public Dictionary<string, PredicateDeclaration> Predicates { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, FunctionDeclaration> Functions { get; init; } = new(StringComparer.Ordinal);

    public HashSet<string> Derived { get; init; } = new(StringComparer.Ordinal);

    public HashSet<string> Requirements { get; init; } = new(StringComparer.Ordinal);

    public bool ObjectsIncomplete { get; set; }

    public bool PredicatesIncomplete { get; set; }

    /// <summary>True if the domain declares no predicates at all.</summary>
    public bool PredicatesMissing { get; set; }

    public bool FunctionsIncomplete { get; set; }

    /// <summary>The vocabulary of a checked domain.</summary>
    public static Vocabulary Of(PddlDomain domain)
    {
        var vocabulary = new Vocabulary
        {
            DomainName = domain.Name,
            Objects = domain.Constants.ToDictionary(c => c.Name, StringComparer.Ordinal),
            Predicates = domain.Predicates.ToDictionary(p => p.Name, StringComparer.Ordinal),
            Functions = domain.Functions.ToDictionary(f => f.Name, StringComparer.Ordinal),
            Derived = domain.DerivedPredicates.Select(d => d.Predicate).ToHashSet(StringComparer.Ordinal),
            Requirements = domain.Requirements.ToHashSet(StringComparer.Ordinal),
        };
        foreach (var type in domain.Types)
        {
            vocabulary.Types.Add(type);
        }

        foreach (var parameter in domain.Predicates.SelectMany(p => p.Parameters))
        {
            vocabulary.Types.Adopt(parameter.Type);
        }

        vocabulary.Types.Close();
        foreach (var term in DomainTerms.Of(domain).Where(t => !t.IsVariable && !vocabulary.Objects.ContainsKey(t.Name)))
        {
            vocabulary.Awaited!.TryAdd(term.Name, term.Position);
        }

        return vocabulary;
    }

    /// <summary>The vocabulary of a domain that could not be read at all.</summary>
    public static Vocabulary Unknown()
    {
        var vocabulary = new Vocabulary { ObjectsIncomplete = true, PredicatesIncomplete = true, FunctionsIncomplete = true };
        vocabulary.Types.Add(new PddlType("object", [], default));
        vocabulary.Types.Close();
        vocabulary.Types.IsIncomplete = true;
        return vocabulary;
    }

    /// <summary>The same vocabulary with a set of objects of its own, for a problem to add to.</summary>
    public Vocabulary ForProblem() => new()
    {
        Awaited = null,
        DomainName = DomainName,
        Types = Types,
        Objects = new Dictionary<string, PddlObject>(Objects, StringComparer.Ordinal),
        Predicates = Predicates,
        Functions = Functions,
        Derived = Derived,
        Requirements = Requirements,
        ObjectsIncomplete = ObjectsIncomplete,
        PredicatesIncomplete = PredicatesIncomplete,
        FunctionsIncomplete = FunctionsIncomplete,
    };
}
