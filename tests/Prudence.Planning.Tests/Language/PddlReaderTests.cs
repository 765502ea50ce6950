using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class PddlReaderTests
{
    [Fact]
    public void A_domain_reads_as_written()
    {
        var domain = Reading.GoodDomain(SampleDomains.Delivery);
        Assert.Equal("delivery", domain.Name);
        Assert.Equal(":adl :derived-predicates :action-costs", string.Join(' ', domain.Requirements));
        Assert.Equal(["object", "truck", "van", "vehicle", "package", "place", "thing", "depot"], domain.Types.Select(t => t.Name));
        Assert.Equal("place thing", string.Join(' ', domain.Types.Single(t => t.Name == "depot").Parents));
        Assert.Empty(domain.Types[0].Parents);
        Assert.Equal(["home", "spare"], domain.Constants.Select(c => c.Name));
        var at = domain.Predicates.Single(p => p.Name == "at");
        Assert.Equal(["?x", "?p"], at.Parameters.Select(p => p.Name));
        Assert.Equal("(either place depot)", at.Parameters[1].Type.ToString());
        Assert.Equal(["total-cost", "distance", "toll"], domain.Functions.Select(f => f.Name));
        Assert.Equal("reachable", Assert.Single(domain.DerivedPredicates).Predicate);
        Assert.Equal(["drive", "load", "finish"], domain.Actions.Select(a => a.Name));
        Assert.Equal(new SourcePosition("domain.pddl", 2, 1), domain.Position);
    }

    [Fact]
    public void Conditions_and_effects_read_as_written()
    {
        var drive = Reading.GoodDomain(SampleDomains.Delivery).Actions[0];
        Assert.Equal("(and (at ?v ?p) (road ?p ?q) (not (= ?p ?q)) (imply (broken ?v) (sealed)))", PddlWriter.Write(drive.Precondition));
        var effects = Assert.IsType<AndEffect>(drive.Effect).Operands;
        Assert.True(Assert.IsType<AtomEffect>(effects[1]).IsDelete);
        Assert.IsType<ConditionalEffect>(Assert.IsType<ForAllEffect>(effects[2]).Body);
        Assert.Equal("(increase (total-cost) (+ (* 2 (distance ?p ?q)) (- (toll) 0.5) (/ 6 3)))", PddlWriter.Write(Assert.IsType<CostEffect>(effects[3])));
    }

    [Fact]
    public void A_problem_reads_as_written()
    {
        var problem = Reading.GoodProblem(SampleDomains.DeliveryProblem, Reading.GoodDomain(SampleDomains.Delivery));
        Assert.Equal(["t1", "p1", "p2", "a", "b", "c", "7", "odd"], problem.Objects.Select(o => o.Name));
        Assert.Equal(7, problem.InitialAtoms.Length);
        Assert.Equal(("toll", 1.5m), (problem.InitialValues[1].Function, problem.InitialValues[1].Value));
        Assert.True(problem.MinimizesTotalCost);
        Assert.IsType<ForAllCondition>(Assert.IsType<AndCondition>(problem.Goal).Operands[0]);
    }

    [Fact]
    public void Good_samples_read_strictly_and_without_a_word()
    {
        foreach (var (domain, problem) in SampleDomains.Pairs)
        {
            Assert.Empty(PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl", new PddlReaderOptions { Strict = true }).Diagnostics);
        }
    }

    [Fact]
    public void Types_may_be_declared_in_any_order()
    {
        Assert.Empty(Reading.Domain("(define (domain d) (:requirements :typing) (:types a - b b - c c) (:predicates (p ?x - c) (q)) (:action x :parameters (?y - a) :precondition (p ?y) :effect (q)))"));
    }

    [Fact]
    public void Arguments_may_be_of_either_type()
    {
        const string text = "(define (domain d) (:requirements :typing) (:types a b c) (:predicates (p ?x - (either a b)) (q)) (:action x :parameters (?y - TYPE) :precondition (p ?y) :effect (q)))";
        Assert.Empty(Reading.Domain(text.Replace("TYPE", "a", StringComparison.Ordinal)));
        Assert.Empty(Reading.Domain(text.Replace("TYPE", "(either b a)", StringComparison.Ordinal)));
        Assert.Equal([DiagnosticCodes.WideType], Reading.Domain(text.Replace("TYPE", "(either a c)", StringComparison.Ordinal)).Select(d => d.Code));
        Assert.Equal([DiagnosticCodes.WrongType], Reading.Domain(text.Replace("TYPE", "c", StringComparison.Ordinal)).Select(d => d.Code));
    }

    [Fact]
    public void Types_that_share_a_subtype_overlap()
    {
        Assert.Equal(
            [DiagnosticCodes.WideType],
            Reading.Domain("(define (domain d) (:requirements :typing) (:types a b - object c - (either a b)) (:predicates (p ?x - a) (q)) (:action x :parameters (?y - b) :precondition (p ?y) :effect (q)))").Select(d => d.Code));
    }

    [Fact]
    public void Upper_case_is_lower_case()
    {
        var task = PddlReader.ReadTask(SampleDomains.Delivery.ToUpperInvariant(), "d", SampleDomains.DeliveryProblem.ToUpperInvariant(), "p").Value!;
        Assert.Equal(PddlWriter.Write(Reading.GoodDomain(SampleDomains.Delivery)), PddlWriter.Write(task.Domain));
    }

    [Fact]
    public void A_domain_may_leave_objects_to_its_problems()
    {
        var domain = Reading.DomainWithCondition("(lit cellar)");
        Assert.Empty(Reading.Problem(Reading.ProblemWith(objects: "cellar - room"), domain));
        var error = Assert.Single(Reading.Problem(Reading.ProblemWith(), domain));
        Assert.Equal((DiagnosticCodes.UndeclaredConstant, DiagnosticSeverity.Error), (error.Code, error.Severity));
        Assert.Contains("domain.pddl:8:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_preconditions_and_effects_are_empty_conjunctions()
    {
        foreach (var parts in new[] { ":parameters ()", ":parameters () :precondition () :effect ()", ":parameters () :precondition (and) :effect (and)" })
        {
            var action = Reading.GoodDomain(Reading.DomainWithAction(parts)).Actions[0];
            Assert.Empty(Assert.IsType<AndCondition>(action.Precondition).Operands);
            Assert.Empty(Assert.IsType<AndEffect>(action.Effect).Operands);
        }
    }

    [Fact]
    public void A_problem_of_an_untyped_domain_may_have_types()
    {
        const string domain = "(define (domain d) (:requirements :strips) (:predicates (p ?x)))";
        var result = PddlReader.ReadTask(domain, "d", "(define (problem q) (:domain d) (:objects a - block) (:init (p a)) (:goal (p a)))", "p");
        Assert.Equal("object", Assert.Single(result.Value!.Problem.Objects).Type.ToString());
        Assert.Equal(DiagnosticCodes.UndeclaredType, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Reading_both_files_at_once_or_one_after_the_other_is_the_same()
    {
        foreach (var (domain, problem) in SampleDomains.Pairs)
        {
            var task = PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl").Value!;
            var readDomain = Reading.GoodDomain(domain);
            AstComparer.AssertSame(readDomain, task.Domain);
            AstComparer.AssertSame(Reading.GoodProblem(problem, readDomain), task.Problem);
        }
    }
}
