using System.Diagnostics;
using Prudence.Budgeting;
using Prudence.Planning.Grounding.Encoding;
using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Grounding.Mutexes;
using Prudence.Planning.Language;
using Prudence.Planning.Language.Syntax;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding;

/// <summary>From checked PDDL to a ground task over finite-domain variables: what every planner run starts with.</summary>
public static class TaskBuilder
{
    /// <summary>Builds the task.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="options">What to do beyond the necessary.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="RunStoppedException">The signal was raised; there is no partial result.</exception>
    /// <exception cref="GroundingException">The task cannot be grounded.</exception>
    public static PlanningTask Build(PddlDomain domain, PddlProblem problem, GroundingOptions options, StopSignal stop) =>
        Build(domain, problem, options, stop, out _);

    /// <summary>Builds the task and says how that went.</summary>
    /// <inheritdoc cref="Build(PddlDomain, PddlProblem, GroundingOptions, StopSignal)"/>
    public static PlanningTask Build(PddlDomain domain, PddlProblem problem, GroundingOptions options, StopSignal stop, out GroundingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stop);
        var started = Stopwatch.GetTimestamp();
        var lifted = Normaliser.Normalise(domain, problem);
        var normalised = Stopwatch.GetTimestamp();
        var ground = Grounder.Ground(lifted, stop, out var statistics);
        var grounded = Stopwatch.GetTimestamp();
        var invariants = options.Invariants ? InvariantSynthesis.Run(lifted, stop) : [];
        var mutexGroups = InvariantGroups.Instantiate(ground, invariants);
        var instantiated = Stopwatch.GetTimestamp();
        var task = Encode(domain, ground, mutexGroups, stop);
        var encoded = Stopwatch.GetTimestamp();
        H2Report? mutexes = null;
        if (options.UseH2Mutexes)
        {
            task = H2Pruning.Apply(task, options, stop, out mutexes);
        }

        report = new GroundingReport
        {
            Ground = statistics,
            Invariants = invariants.Length,
            MutexGroups = mutexGroups.Count,
            Variables = task.Variables.Length,
            Facts = task.FactCount,
            Operators = task.Operators.Count,
            Axioms = task.Axioms.Count,
            NormalisationTime = Stopwatch.GetElapsedTime(started, normalised),
            GroundingTime = Stopwatch.GetElapsedTime(normalised, grounded),
            InvariantTime = Stopwatch.GetElapsedTime(grounded, instantiated),
            EncodingTime = Stopwatch.GetElapsedTime(instantiated, encoded),
            H2 = mutexes,
        };
        return task;
    }

    private static PlanningTask Encode(PddlDomain domain, PropositionalTask ground, MutexGroups mutexGroups, StopSignal stop)
    {
        try
        {
            return FiniteDomainEncoder.Encode(ground, mutexGroups, stop);
        }
        catch (UnstratifiableAxiomsException error)
        {
            var predicate = error.Head.Split(' ')[0];
            var rule = domain.DerivedPredicates.FirstOrDefault(rule => rule.Predicate == predicate);
            throw GroundingException.Error(
                "cyclic-negation",
                rule?.Position ?? domain.Position,
                $"a derived predicate depends on its own negation: ({Quotation.Cut(error.Head)}) needs (not ({Quotation.Cut(error.Negated)})), which depends in turn on it",
                "rewrite the rules so that none does");
        }
    }
}
