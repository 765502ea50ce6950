using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Language.Linting;

/// <summary>A domain and perhaps a problem under examination, and where remarks go.</summary>
internal sealed class LintSubject
{
    private readonly HashSet<string> emptyTypes = new(StringComparer.Ordinal);
    private readonly Vocabulary vocabulary;

    public LintSubject(PddlDomain domain, PddlProblem? problem)
    {
        Domain = domain;
        Problem = problem;
        vocabulary = Vocabulary.Of(domain).ForProblem();
        if (problem is null)
        {
            return;
        }

        foreach (var added in problem.Objects)
        {
            vocabulary.Objects.TryAdd(added.Name, added);
        }

        emptyTypes.UnionWith(domain.Types.Select(t => t.Name));
        foreach (var type in vocabulary.Objects.Values.SelectMany(o => o.Type.Alternatives).Distinct())
        {
            emptyTypes.RemoveWhere(t => vocabulary.Types.IsSubtype(type, t));
        }
    }

    public PddlDomain Domain { get; }

    public PddlProblem? Problem { get; }

    public List<Diagnostic> Remarks { get; } = [];

    /// <summary>All objects and constants by name.</summary>
    public IReadOnlyDictionary<string, PddlObject> Objects => vocabulary.Objects;

    /// <summary>True if the problem is known and has no object of the type.</summary>
    public bool IsEmpty(string type) => emptyTypes.Contains(type);

    /// <summary>True if the problem is known and has no object that the parameter could stand for.</summary>
    public bool IsEmpty(Parameter parameter) => Problem is not null && parameter.Type.Alternatives.All(IsEmpty);

    /// <summary>True if an object can stand for a variable of the type.</summary>
    public bool Admits(TypeReference type, string objectName) => !Objects.TryGetValue(objectName, out var known) || vocabulary.Types.IsSubtype(known.Type, type);

    public void Warn(string code, SourcePosition position, string message, string? hint = null) =>
        Remarks.Add(new Diagnostic(DiagnosticSeverity.Warning, code, position, message, hint));

    public void Remark(string code, SourcePosition position, string message, string? hint = null) =>
        Remarks.Add(new Diagnostic(DiagnosticSeverity.Information, code, position, message, hint));
}
