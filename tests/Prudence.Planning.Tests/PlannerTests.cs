using Prudence.Budgeting;
using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests;

public sealed class PlannerTests
{
    private const string Domain = """
        (define (domain ferry)
          (:requirements :strips :typing :action-costs)
          (:types place car)
          (:predicates (ferry-at ?p - place) (at ?c - car ?p - place) (aboard ?c - car) (empty) (route ?a ?b - place))
          (:functions (total-cost))
          (:action sail :parameters (?a ?b - place) :precondition (and (ferry-at ?a) (route ?a ?b))
            :effect (and (not (ferry-at ?a)) (ferry-at ?b) (increase (total-cost) 5)))
          (:action load :parameters (?c - car ?p - place) :precondition (and (at ?c ?p) (ferry-at ?p) (empty))
            :effect (and (not (at ?c ?p)) (not (empty)) (aboard ?c) (increase (total-cost) 1)))
          (:action unload :parameters (?c - car ?p - place) :precondition (and (aboard ?c) (ferry-at ?p))
            :effect (and (at ?c ?p) (empty) (not (aboard ?c)) (increase (total-cost) 1))))
        """;

    private const string Problem = """
        (define (problem two-cars) (:domain ferry) (:objects north south - place red blue - car)
          (:init (ferry-at south) (at red north) (at blue north) (empty) (route north south) (route south north) (= (total-cost) 0))
          (:goal (and (at red south) (at blue south)))
          (:metric minimize (total-cost)))
        """;

    public static TheoryData<string> PresetNames => [.. Presets.All.Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Every_preset_finds_a_valid_plan(string preset)
    {
        var result = Plan(preset);

        Assert.Equal(PlannerOutcome.Solved, result.Outcome);
        Assert.True(result.Best!.Cost >= 24);
        Assert.Equal(StopReason.None, result.Receipt.StoppedBy);
    }

    [Theory]
    [InlineData("optimal")]
    [InlineData("astar-blind")]
    [InlineData("astar(max)")]
    [InlineData("uniform-cost")]
    public void Optimal_searches_prove_the_cheapest_cost(string search)
    {
        var result = Plan(search);

        Assert.True(result.IsOptimal);
        Assert.Equal(24, result.Best!.Cost);
    }

    [Fact]
    public void A_goal_out_of_reach_is_proven_unsolvable()
    {
        var result = new Planner().PlanText(Domain, "d", Problem.Replace("(route north south)", "", StringComparison.Ordinal), "p");

        Assert.Equal(PlannerOutcome.Unsolvable, result.Outcome);
        Assert.Null(result.Best);
    }

    [Fact]
    public void Mistakes_come_back_as_diagnostics()
    {
        var result = new Planner().PlanText(Domain, "d", Problem.Replace("ferry-at", "fery-at", StringComparison.Ordinal), "p");

        Assert.Equal(PlannerOutcome.InvalidInput, result.Outcome);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Hint?.Contains("ferry-at", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_derived_predicate_that_depends_on_its_own_negation_is_bad_input()
    {
        const string domain = "(define (domain d) (:requirements :strips :derived-predicates :negative-preconditions) (:predicates (p) (q) (r))\n"
            + "  (:derived (p) (not (q)))\n  (:derived (q) (p)) (:action a :parameters () :precondition (p) :effect (r)))";
        var result = new Planner().PlanText(domain, "d", "(define (problem p) (:domain d) (:init) (:goal (r)))", "p");

        Assert.Equal(PlannerOutcome.InvalidInput, result.Outcome);
        var error = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Code == "cyclic-negation");
        Assert.Equal(("d", 2), (error.Position.File, error.Position.Line));
    }

    [Fact]
    public void The_expansion_limit_holds_exactly()
    {
        var result = Plan("astar-blind", new RunLimits { Expansions = 3 });

        Assert.Equal(PlannerOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Expansions, result.Receipt.StoppedBy);
        Assert.Equal(3, result.Search!.Expanded);
    }

    [Fact]
    public void A_cancelled_run_ends_with_its_receipt()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var result = new Planner().PlanText(Domain, "d", Problem, "p", cancellation: source.Token);

        Assert.Equal(PlannerOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Cancelled, result.Receipt.StoppedBy);
    }

    [Theory]
    [InlineData("cars-to-go")]
    [InlineData("Cars_To_Go")]
    public void Ones_own_heuristic_is_used_by_name(string name)
    {
        var planner = new Planner(new PlannerOptions
        {
            Search = "eager-greedy(cars-to-go)",
            CustomHeuristics = new Dictionary<string, Func<PlanningTask, Heuristic>> { [name] = task => new UnmetGoals(task) },
        });

        Assert.Equal(PlannerOutcome.Solved, planner.PlanText(Domain, "d", Problem, "p").Outcome);
    }

    [Theory]
    [InlineData("eager-greedy(fff)", "did you mean `ff`?")]
    [InlineData("astrr(lmcut)", "astar")]
    [InlineData("astar(lmcut, weight=2)", "it takes no options")]
    [InlineData("astar(ff, add)", "takes one heuristic")]
    public void Unknown_names_in_a_configuration_are_refused(string search, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => Plan(search));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static PlannerResult Plan(string search, RunLimits? limits = null) =>
        new Planner(new PlannerOptions { Search = search }).PlanText(Domain, "domain.pddl", Problem, "problem.pddl", limits);

    private sealed class UnmetGoals(PlanningTask task) : Heuristic(task)
    {
        public override int Evaluate(in State state, PreferredOperators? preferred)
        {
            var unmet = 0;
            foreach (var fact in Task.Goal)
            {
                unmet += state[Task.FactVariables[fact]] == Task.FactValue(fact) ? 0 : 1;
            }

            return unmet;
        }
    }
}
