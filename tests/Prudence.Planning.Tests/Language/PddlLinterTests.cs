using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class PddlLinterTests
{
    /// <summary>Code, domain, problem; <c>§</c> marks the place in either.</summary>
    public static TheoryData<string, string, string> Examples { get; } = new()
    {
        { "unused-predicate", Domain("§(unused ?x)", "(p ?x)", "(q ?x)"), Problem("(p a)", "(q a)") },
        { "unread-predicate", Domain("§(log ?x)", "(p ?x)", "(and (q ?x) (log ?x))"), Problem("(p a)", "(q a)") },
        { "unused-function", Domain("", "(p ?x)", "(q ?x)", "(:functions §(f ?x))"), Problem("(p a)", "(q a)") },
        { "unused-parameter", Domain("", "(p ?x)", "(q ?x)", "(:action b :parameters (§?y) :precondition (q c) :effect (p c)) (:constants c)"), Problem("(p a)", "(q a)") },
        { "unused-parameter", Domain("", "(and (p ?x) (exists (§?y) (p ?x)))", "(q ?x)"), Problem("(p a)", "(q a)") },
        { "unused-object", Domain("", "(p ?x)", "(q ?x)"), Problem("(p a)", "(q a)", "a §b") },
        { "unneeded-requirement", "§" + Domain("", "(p ?x)", "(q ?x)").Replace(":strips", ":strips :equality", StringComparison.Ordinal), Problem("(p a)", "(q a)") },
        { "shadowed-variable", Domain("", "(and (p ?x) (exists (§?x) (p ?x)))", "(q ?x)"), Problem("(p a)", "(q a)") },
        { "empty-type", Domain("", "(p ?x)", "(q ?x)", "(:types §t)"), Problem("(p a)", "(q a)") },
        { "empty-effect", Domain("", "(p ?x)", "(q ?x)", "§(:action b :parameters () :precondition (and) :effect (and))"), Problem("(p a)", "(q a)") },
        { "contradictory-condition", Domain("", "(and (p ?x) §(not (p ?x)))", "(q ?x)"), Problem("(p a)", "(q a)") },
        { "add-and-delete", Domain("", "(p ?x)", "(and (q ?x) (not §(q ?x)))"), Problem("(p a)", "(q a)") },
        { "missing-value", Domain("", "(p ?x)", "(and (q ?x) (increase (total-cost) §(f ?x)))", "(:functions (total-cost) (f ?x))"), Problem("(p a)", "(q a)") },
        { "unreachable-goal", Domain("", "(p ?x)", "(q ?x)"), Problem("(p a)", "(and (q a) §(p b))", "a b") },
        { "unreachable-goal", Domain("", "(p ?x)", "(q ?x)"), Problem("(p a)", "(and (q a) §(not (p a)))") },
        { "unreachable-goal", Domain("", "(p ?x)", "(q ?x)", types: "(:types t)", parameter: "?x - t"), Problem("(p a) (p b)", "(and (q b) §(q a))", "a - object b - t") },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void One_loose_end_gives_one_remark_at_its_place(string code, string domainText, string problemText)
    {
        var (domain, inDomain) = Reading.Unmark(domainText, "domain.pddl");
        var (problem, inProblem) = Reading.Unmark(problemText, "problem.pddl");
        var readDomain = Reading.GoodDomain(domain);
        var remark = Assert.Single(PddlLinter.Lint(readDomain, Reading.GoodProblem(problem, readDomain)));
        Assert.Equal((code, inDomain ?? inProblem), (remark.Code, remark.Position));
        Assert.Equal(DiagnosticCatalogue.Entries.Single(e => e.Code == code).Severity, remark.Severity);
    }

    [Fact]
    public void Very_long_names_are_cut_in_messages()
    {
        var name = new string('w', 100_000);
        var domain = Reading.GoodDomain($"(define (domain d) (:requirements :typing) (:types {name}) (:predicates ({name} ?x)) (:action {name} :parameters (?{name} - {name}) :effect (and)))");
        var remarks = PddlLinter.Lint(domain);
        Assert.NotEmpty(remarks);
        Assert.All(remarks, remark => Assert.InRange(remark.Message.Length, 1, 500));
    }

    [Fact]
    public void What_never_comes_true_makes_actions_inapplicable()
    {
        var domain = Reading.GoodDomain(Domain("(key) (open)", "(p ?x)", "(q ?x)", """
            (:action unlock :parameters () :precondition (key) :effect (open))
            (:action enter :parameters () :precondition (open) :effect (key))
            """));
        var remarks = PddlLinter.Lint(domain, Reading.GoodProblem(Problem("(p a)", "(q a)"), domain));
        Assert.Equal(["inapplicable-action", "inapplicable-action", "never-true", "never-true"], remarks.Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.Contains(remarks, r => r.Message == "the action `unlock` can never be applied: `(key)` never holds");
    }

    [Fact]
    public void An_action_over_a_type_without_objects_is_inapplicable()
    {
        var domain = Reading.GoodDomain(Domain("", "(p ?x)", "(q ?x)", "(:action b :parameters (?y - t) :precondition (and) :effect (p ?y))", types: "(:types t)"));
        var remarks = PddlLinter.Lint(domain, Reading.GoodProblem(Problem("(p a)", "(q a)"), domain));
        Assert.Equal(["empty-type", "inapplicable-action"], remarks.Select(r => r.Code));
    }

    [Fact]
    public void Without_a_problem_only_the_domain_is_judged()
    {
        Assert.Empty(PddlLinter.Lint(Reading.GoodDomain(SampleDomains.Blocks)));
        Assert.Equal(["unused-predicate"], PddlLinter.Lint(Reading.GoodDomain(Domain("(unused)", "(p ?x)", "(q ?x)"))).Select(r => r.Code));
    }

    [Fact]
    public void Good_tasks_have_no_warnings()
    {
        foreach (var (domain, problem) in SampleDomains.Pairs)
        {
            var task = PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl").Value!;
            Assert.DoesNotContain(PddlLinter.Lint(task.Domain, task.Problem), r => r.Severity == DiagnosticSeverity.Warning);
        }
    }

    private static string Domain(string predicates, string precondition, string effect, string more = "", string types = "", string parameter = "?x") => $"""
        (define (domain d)
          (:requirements :strips)
          {types}
          (:predicates (p ?x) (q ?x) {predicates})
          {more}
          (:action a :parameters ({parameter}) :precondition {precondition} :effect {effect}))
        """;

    private static string Problem(string init, string goal, string objects = "a") =>
        $"(define (problem x) (:domain d) (:objects {objects}) (:init {init}) (:goal {goal}))";
}
