using System.Diagnostics;
using Prudence.Budgeting;
using Prudence.Planning.Grounding.Instantiation;
using Prudence.Planning.Grounding.Pruning;
using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding;

/// <summary>
/// Makes a ground task: relaxed reachability by joins (Helmert 2009, "Concise finite-domain representations", section 6), instantiation
/// with static simplification, and pruning. Operators come schema by schema, atoms predicate by predicate, both in the order in which they
/// were derived; the same task always gives the same numbers.
/// </summary>
public static class Grounder
{
    /// <summary>Grounds a task.</summary>
    /// <param name="lifted">The task in normal form.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="RunStoppedException">The signal was raised; there is no partial result.</exception>
    /// <exception cref="GroundingException">The cost of an operator is missing, negative or not an integer.</exception>
    public static PropositionalTask Ground(LiftedTask lifted, StopSignal stop) => Ground(lifted, stop, out _);

    /// <summary>Grounds a task and says how that went.</summary>
    /// <inheritdoc cref="Ground(LiftedTask, StopSignal)"/>
    public static PropositionalTask Ground(LiftedTask lifted, StopSignal stop, out GroundingStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(lifted);
        ArgumentNullException.ThrowIfNull(stop);
        var started = Stopwatch.GetTimestamp();
        var program = new RelaxedProgram(lifted, stop);
        RelaxedReachability.Compute(program, stop);
        var reached = Stopwatch.GetTimestamp();
        var atoms = new AtomNumbers(lifted, program);
        var instantiator = new Instantiator(lifted, program, atoms, stop);
        instantiator.Instantiate();
        var instantiated = Stopwatch.GetTimestamp();
        var ground = Collect(lifted, program, atoms, instantiator);
        var pruned = GroundPruning.Prune(ground, program.IsApproximate || instantiator.HasImpossibleInstances, stop);
        var task = new PropositionalTaskBuilder(lifted, program, ground, pruned, stop).Build();
        statistics = new GroundingStatistics(
            task.AtomCount,
            task.OperatorCount,
            task.RuleHeads.Length,
            Stopwatch.GetElapsedTime(started, reached).TotalSeconds,
            Stopwatch.GetElapsedTime(reached, instantiated).TotalSeconds,
            Stopwatch.GetElapsedTime(instantiated).TotalSeconds);
        return task;
    }

    private static GroundTask Collect(LiftedTask lifted, RelaxedProgram program, AtomNumbers atoms, Instantiator instantiator)
    {
        var count = atoms.Count + instantiator.Rules.MadeUpAtoms;
        var (initial, isDerived) = (new bool[count], new bool[count]);
        IntSequences.Mark(isDerived, atoms.Count, count - atoms.Count);
        for (var predicate = 0; predicate < lifted.Predicates.Length; predicate++)
        {
            if (lifted.Predicates[predicate].IsDerived)
            {
                IntSequences.Mark(isDerived, atoms.Offset(predicate), program.Predicates[predicate].Tuples.Count);
            }
            else if (!lifted.Predicates[predicate].IsStatic)
            {
                IntSequences.Mark(initial, atoms.Offset(predicate), program.InitialCounts[predicate]);
            }
        }

        return new GroundTask
        {
            Operators = instantiator.Operators,
            Rules = instantiator.Rules,
            Goal = instantiator.Goal,
            Initial = initial,
            IsDerived = isDerived,
        };
    }
}
