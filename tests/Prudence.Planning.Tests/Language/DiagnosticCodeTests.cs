using System.Collections.Immutable;
using System.Reflection;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class DiagnosticCodeTests
{
    public static TheoryData<string, DiagnosticSeverity, string> Domains => DiagnosticExamples.Domains;

    public static TheoryData<string, DiagnosticSeverity, string> Problems => DiagnosticExamples.Problems;

    [Theory]
    [MemberData(nameof(Domains))]
    public void One_mistake_in_a_domain_gives_one_diagnostic_at_its_place(string code, DiagnosticSeverity severity, string text)
    {
        var (unmarked, marked) = Reading.Unmark(text, "domain.pddl");
        AssertOnly(code, severity, marked, Reading.Domain(unmarked));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void One_mistake_in_a_problem_gives_one_diagnostic_at_its_place(string code, DiagnosticSeverity severity, string text)
    {
        var (unmarked, marked) = Reading.Unmark(text, "problem.pddl");
        AssertOnly(code, severity, marked, Reading.Problem(unmarked, Reading.Rooms));
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void Strict_reading_refuses_what_lenient_reading_warns_of(string code, DiagnosticSeverity severity, string text)
    {
        var (unmarked, _) = Reading.Unmark(text, "domain.pddl");
        var expected = severity == DiagnosticSeverity.Information ? severity : DiagnosticSeverity.Error;
        Assert.Contains(Reading.Domain(unmarked, strict: true), d => d.Code == code && d.Severity == expected);
    }

    [Fact]
    public void Every_code_is_explained_once()
    {
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal);
        Assert.Equal(codes, DiagnosticCatalogue.Entries.Select(e => e.Code).Order(StringComparer.Ordinal));
        Assert.All(DiagnosticCatalogue.Entries, e => Assert.EndsWith(".", e.Meaning, StringComparison.Ordinal));
    }

    private static void AssertOnly(string code, DiagnosticSeverity severity, SourcePosition? position, ImmutableArray<Diagnostic> found)
    {
        var diagnostic = Assert.Single(found);
        Assert.Equal((code, severity, position), (diagnostic.Code, diagnostic.Severity, diagnostic.Position));
    }
}
