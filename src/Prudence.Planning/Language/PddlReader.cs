using System.Collections.Immutable;
using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Language;

/// <summary>
/// Reads the classical part of PDDL 3.1. Never throws on any text: everything wrong with it is told by diagnostics, all at once.
/// Reading is lenient where public domains deviate from the standard, and says so in warnings; see <see cref="PddlReaderOptions.Strict"/>.
/// </summary>
public static class PddlReader
{
    /// <summary>Reads a domain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file's name, for diagnostics.</param>
    /// <param name="options">How to read; lenient if null.</param>
    public static PddlReadResult<PddlDomain> ReadDomain(string text, string file, PddlReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var diagnostics = new DiagnosticBag(options ?? PddlReaderOptions.Default);
        var read = DomainReader.Read(text, file, diagnostics);
        return new(diagnostics.HasErrors ? null : read?.Domain, diagnostics.ToImmutable());
    }

    /// <summary>Reads a problem of a domain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file's name, for diagnostics.</param>
    /// <param name="domain">The domain the problem belongs to.</param>
    /// <param name="options">How to read; lenient if null.</param>
    public static PddlReadResult<PddlProblem> ReadProblem(string text, string file, PddlDomain domain, PddlReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(domain);
        var diagnostics = new DiagnosticBag(options ?? PddlReaderOptions.Default);
        var problem = ProblemReader.Read(text, file, Vocabulary.Of(domain), diagnostics);
        return new(diagnostics.HasErrors ? null : problem, diagnostics.ToImmutable());
    }

    /// <summary>Reads a domain and a problem. The diagnostics of both are given, those of the domain first.</summary>
    /// <param name="domainText">The domain's text.</param>
    /// <param name="domainFile">The domain file's name, for diagnostics.</param>
    /// <param name="problemText">The problem's text.</param>
    /// <param name="problemFile">The problem file's name, for diagnostics.</param>
    /// <param name="options">How to read; lenient if null.</param>
    public static PddlReadResult<PddlTask> ReadTask(string domainText, string domainFile, string problemText, string problemFile, PddlReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(domainText);
        ArgumentNullException.ThrowIfNull(domainFile);
        ArgumentNullException.ThrowIfNull(problemText);
        ArgumentNullException.ThrowIfNull(problemFile);
        var ofDomain = new DiagnosticBag(options ?? PddlReaderOptions.Default);
        var ofProblem = new DiagnosticBag(options ?? PddlReaderOptions.Default);
        var domain = DomainReader.Read(domainText, domainFile, ofDomain);
        var problem = ProblemReader.Read(problemText, problemFile, domain?.Vocabulary ?? Vocabulary.Unknown(), ofProblem);
        ImmutableArray<Diagnostic> diagnostics = [.. ofDomain.ToImmutable(), .. ofProblem.ToImmutable()];
        var isGood = !ofDomain.HasErrors && !ofProblem.HasErrors;
        return new(isGood ? new PddlTask(domain!.Value.Domain, problem!) : null, diagnostics);
    }
}
