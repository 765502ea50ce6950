using Prudence.Budgeting;
using Prudence.Planning.Grounding.Instantiation;
using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Pruning;

/// <summary>Writes the pruned task with atoms numbered anew.</summary>
internal sealed class PropositionalTaskBuilder
{
    private readonly LiftedTask lifted;
    private readonly RelaxedProgram program;
    private readonly GroundTask task;
    private readonly PruningResult pruned;
    private readonly StopSignal stop;
    private readonly bool[] isKeptRule;
    private readonly int[] newNumbers;

    public PropositionalTaskBuilder(LiftedTask lifted, RelaxedProgram program, GroundTask task, PruningResult pruned, StopSignal stop)
    {
        this.lifted = lifted;
        this.program = program;
        this.task = task;
        this.pruned = pruned;
        this.stop = stop;
        var isKeptAtom = RelevantAtoms.Find(task, pruned);
        isKeptRule = new bool[task.Rules.Heads.Count];
        for (var rule = 0; rule < isKeptRule.Length; rule++)
        {
            var head = task.Rules.Heads[rule];
            isKeptRule[rule] = !pruned.IsRuleDead[rule] && isKeptAtom[head] && !IntSequences.Contains(task.Rules.Bodies[rule], head);
        }

        newNumbers = new int[task.AtomCount];
        var count = 0;
        for (var atom = 0; atom < newNumbers.Length; atom++)
        {
            newNumbers[atom] = isKeptAtom[atom] ? count++ : -1;
        }
    }

    public PropositionalTask Build()
    {
        var (predicates, arguments, initial) = Atoms(out var extended);
        var effectStarts = new IntBuffer(16, stop);
        var (effectLiterals, effectConditions) = (new IntBuffer(16, stop), new IntListBuffer(stop));
        var (schemas, operatorArguments, costs) = (new IntBuffer(16, stop), new IntListBuffer(stop), new IntBuffer(16, stop));
        var preconditions = new IntListBuffer(stop);
        effectStarts.Add(0);
        for (var i = 0; i < task.Operators.Count; i++)
        {
            if (!pruned.IsOperatorDead[i] && WriteEffects(i, effectLiterals, effectConditions))
            {
                effectStarts.Add(effectLiterals.Count);
                WriteLiterals(task.Operators.Preconditions[i], preconditions);
                var schema = task.Operators.Schemas[i];
                schemas.Add(schema);
                var objects = program.Actions[schema].Tuples[task.Operators.Instances[i]];
                operatorArguments.AddList(objects);
                costs.Add(lifted.Actions[schema].Cost?.Invoke(objects.ToArray()) ?? 1);
            }
        }

        var (ruleHeads, ruleBodies) = Rules();
        return new PropositionalTask
        {
            Lifted = extended,
            AtomPredicates = predicates,
            AtomArguments = arguments,
            Initial = initial,
            Goal = Goal(out var isUnsolvable),
            IsTriviallyUnsolvable = isUnsolvable,
            OperatorSchemas = schemas.ToArray(),
            OperatorArguments = operatorArguments.ToIntLists(),
            OperatorCosts = costs.ToArray(),
            Preconditions = preconditions.ToIntLists(),
            EffectStarts = effectStarts.ToArray(),
            EffectLiterals = effectLiterals.ToArray(),
            EffectConditions = effectConditions.ToIntLists(),
            RuleHeads = ruleHeads,
            RuleBodies = ruleBodies,
        };
    }

    private (int[] Predicates, Tasks.IntLists Arguments, bool[] Initial) Atoms(out LiftedTask extended)
    {
        var predicates = new IntBuffer();
        var arguments = new IntListBuffer();
        var initial = new List<bool>();
        var madeUp = new List<LiftedPredicate>();
        var atom = 0;
        for (var predicate = 0; predicate < lifted.Predicates.Length; predicate++)
        {
            var tuples = program.Predicates[predicate].Tuples;
            for (var id = 0; !lifted.Predicates[predicate].IsStatic && id < tuples.Count; id++, atom++)
            {
                if (newNumbers[atom] >= 0)
                {
                    predicates.Add(predicate);
                    arguments.AddList(tuples[id]);
                    initial.Add(task.Initial[atom]);
                }
            }
        }

        for (; atom < task.AtomCount; atom++)
        {
            if (newNumbers[atom] >= 0)
            {
                predicates.Add(lifted.Predicates.Length + madeUp.Count);
                arguments.EndList();
                initial.Add(false);
                madeUp.Add(new LiftedPredicate($"@condition{madeUp.Count}", 0, IsDerived: true, IsStatic: false));
            }
        }

        extended = madeUp.Count == 0 ? lifted : Extend(madeUp);
        return (predicates.ToArray(), arguments.ToIntLists(), [.. initial]);
    }

    private LiftedTask Extend(List<LiftedPredicate> madeUp) => new()
    {
        ObjectNames = lifted.ObjectNames,
        ObjectsByType = lifted.ObjectsByType,
        Predicates = [.. lifted.Predicates, .. madeUp],
        Actions = lifted.Actions,
        Axioms = lifted.Axioms,
        InitialAtoms = lifted.InitialAtoms,
        Goal = lifted.Goal,
        HasMetric = lifted.HasMetric,
    };

    private bool WriteEffects(int operatorId, IntBuffer literals, IntListBuffer conditions)
    {
        var before = literals.Count;
        for (var effect = task.Operators.FirstEffect(operatorId); effect < task.Operators.EffectEnds[operatorId]; effect++)
        {
            var literal = task.Operators.EffectLiterals[effect];
            var number = newNumbers[LiteralSets.AtomOf(literal)];
            if (!pruned.IsEffectDead[effect] && number >= 0)
            {
                literals.Add(literal < 0 ? ~number : number);
                WriteLiterals(task.Operators.EffectConditions[effect], conditions);
            }
        }

        return literals.Count > before;
    }

    private void WriteLiterals(ReadOnlySpan<int> literals, IntListBuffer target)
    {
        foreach (var literal in literals)
        {
            var number = newNumbers[LiteralSets.AtomOf(literal)];
            if (number >= 0)
            {
                target.Add(literal < 0 ? ~number : number);
            }
        }

        target.EndList();
    }

    private (int[] Heads, Tasks.IntLists Bodies) Rules()
    {
        var heads = new IntBuffer();
        var bodies = new IntListBuffer(stop);
        for (var rule = 0; rule < isKeptRule.Length; rule++)
        {
            if (isKeptRule[rule])
            {
                heads.Add(newNumbers[task.Rules.Heads[rule]]);
                WriteLiterals(task.Rules.Bodies[rule], bodies);
            }
        }

        return (heads.ToArray(), bodies.ToIntLists());
    }

    private int[] Goal(out bool isUnsolvable)
    {
        isUnsolvable = task.Goal is null;
        var goal = new IntBuffer();
        foreach (var literal in task.Goal ?? [])
        {
            var atom = LiteralSets.AtomOf(literal);
            isUnsolvable |= pruned.Truth[atom] == (literal < 0 ? AtomTruth.AlwaysTrue : AtomTruth.AlwaysFalse);
            if (newNumbers[atom] >= 0)
            {
                goal.Add(literal < 0 ? ~newNumbers[atom] : newNumbers[atom]);
            }
        }

        return goal.ToArray();
    }
}
