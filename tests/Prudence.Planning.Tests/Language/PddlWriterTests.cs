using FsCheck;
using FsCheck.Fluent;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class PddlWriterTests
{
    [Fact]
    public void A_domain_is_laid_out_for_people()
    {
        const string expected = """
            (define (domain blocks)
              (:requirements :strips)
              (:types
                block table - thing
                thing)
              (:predicates
                (on ?x - block ?y - thing)
                (clear ?x))

              (:action move
                :parameters (?x - block ?y ?z - thing)
                :precondition (and (on ?x ?y) (clear ?x) (clear ?z))
                :effect (and
                  (on ?x ?z)
                  (not (on ?x ?y))
                  (clear ?y)
                  (not (clear ?z))
                  (forall (?w - block) (when (on ?w ?x) (clear ?w)))))
            """;
        var domain = Reading.GoodDomain(expected + ")");
        Assert.Equal((expected + ")\n").ReplaceLineEndings("\n").Replace("?y ?z - thing", "?y ?z - thing", StringComparison.Ordinal), PddlWriter.Write(domain));
    }

    [Fact]
    public void A_problem_is_laid_out_for_people()
    {
        var problem = Reading.GoodProblem(SampleDomains.BlocksProblem, Reading.GoodDomain(SampleDomains.Blocks));
        Assert.Equal(
            """
            (define (problem tower)
              (:domain blocks)
              (:objects
                a b c - block)
              (:init
                (on-table a)
                (on b a)
                (on-table c)
                (clear b)
                (clear c)
                (hand-empty))
              (:goal (and (on a b) (on b c))))

            """.ReplaceLineEndings("\n"),
            PddlWriter.Write(problem));
    }

    [Fact]
    public void Samples_read_back_as_they_were()
    {
        foreach (var (domain, problem) in SampleDomains.Pairs)
        {
            AssertRoundTrip(PddlReader.ReadTask(domain, "domain.pddl", problem, "problem.pddl").Value!);
        }
    }

    [Fact]
    public void Public_tasks_read_back_as_they_were()
    {
        foreach (var (domain, problem) in SharedPddl.Tasks().DistinctBy(t => Path.GetDirectoryName(t.Problem)))
        {
            if (PddlReader.ReadTask(File.ReadAllText(domain), domain, File.ReadAllText(problem), problem).Value is { } task)
            {
                AssertRoundTrip(task);
            }
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void All_public_tasks_read_back_as_they_were()
    {
        foreach (var (domain, problem) in SharedPddl.Tasks())
        {
            if (PddlReader.ReadTask(File.ReadAllText(domain), domain, File.ReadAllText(problem), problem).Value is { } task)
            {
                AssertRoundTrip(task);
            }
        }
    }

    [Fact]
    public void Any_task_reads_back_as_it_was() =>
        Prop.ForAll(TaskGenerator.Tasks.ToArbitrary(), AssertRoundTrip).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260, 1));

    private static void AssertRoundTrip(PddlTask task)
    {
        var domainText = PddlWriter.Write(task.Domain);
        var problemText = PddlWriter.Write(task.Problem);
        var again = PddlReader.ReadTask(domainText, "domain.pddl", problemText, "problem.pddl");
        Assert.True(again.Value is not null, string.Join('\n', again.Diagnostics) + "\n" + domainText + problemText);
        AstComparer.AssertSame(task.Domain, again.Value.Domain);
        AstComparer.AssertSame(task.Problem, again.Value.Problem);
        Assert.Equal(domainText, PddlWriter.Write(again.Value.Domain));
        Assert.Equal(problemText, PddlWriter.Write(again.Value.Problem));
    }
}
