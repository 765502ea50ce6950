using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>A group of effects prepared for being grounded for each instance of its action.</summary>
internal sealed class GroundableEffects
{
    private readonly EffectGroup group;
    private readonly int actionParameters;
    private readonly GroundableCondition condition;
    private readonly Relation[] relations;
    private readonly int[] offsets;
    private readonly int[][] tuples;
    private readonly int[] starts = [];
    private readonly int[] members = [];
    private readonly GroundConjunction scratch = new();

    public GroundableEffects(
        EffectGroup group, LiftedAction action, int instanceCount, ConditionCompiler compiler, AtomNumbers atoms, RelaxedProgram program)
    {
        this.group = group;
        actionParameters = action.ParameterTypes.Length;
        condition = compiler.Compile(group.Condition, skipJoined: group.Instances is { IsSet: false });
        relations = new Relation[group.Effects.Count];
        offsets = new int[group.Effects.Count];
        tuples = new int[group.Effects.Count][];
        for (var i = 0; i < relations.Length; i++)
        {
            var atom = group.Effects[i].Atom;
            relations[i] = program.Predicates[atom.Predicate];
            offsets[i] = atoms.Offset(atom.Predicate);
            tuples[i] = new int[atom.Arguments.Length];
        }

        if (group.Instances is { } instances)
        {
            (starts, members) = GroupByAction(instances.Tuples, instanceCount);
        }
    }

    /// <summary>Adds the effects that one instance of the action can have; false if one turned out impossible.</summary>
    public bool TryGround(int instance, int[] arguments, DisjunctExpansion expansion, EffectList effects)
    {
        if (group.Instances is null)
        {
            AddLiterals(arguments, [], effects);
            return true;
        }

        var areAllPossible = true;
        for (var i = starts[instance]; i < starts[instance + 1]; i++)
        {
            group.Instances.Tuples[members[i]][1..].CopyTo(new Span<int>(arguments, actionParameters, group.ParameterTypes.Length));
            scratch.Clear();
            if (!condition.Ground(arguments, scratch))
            {
                areAllPossible = false;
                continue;
            }

            if (scratch.Disjunctions.Count == 0)
            {
                var count = LiteralSets.Normalise(scratch.Literals.Span);
                areAllPossible &= count >= 0;
                if (count >= 0)
                {
                    AddLiterals(arguments, scratch.Literals.Span[..count], effects);
                }

                continue;
            }

            var disjuncts = expansion.Expand(scratch, isForRules: false);
            areAllPossible &= disjuncts.Count > 0;
            foreach (var disjunct in disjuncts)
            {
                AddLiterals(arguments, disjunct, effects);
            }
        }

        return areAllPossible;
    }

    private void AddLiterals(int[] arguments, ReadOnlySpan<int> condition, EffectList effects)
    {
        for (var i = 0; i < relations.Length; i++)
        {
            var terms = group.Effects[i].Atom.Arguments;
            var tuple = tuples[i];
            for (var j = 0; j < terms.Length; j++)
            {
                tuple[j] = terms[j] < 0 ? ~terms[j] : arguments[terms[j]];
            }

            var id = relations[i].Tuples.Find(tuple);
            if (id >= 0)
            {
                effects.Add(group.Effects[i].IsDelete ? ~(offsets[i] + id) : offsets[i] + id, condition);
            }
        }
    }

    /// <summary>For each instance of the action, the tuples that begin with its number.</summary>
    private static (int[] Starts, int[] Members) GroupByAction(TupleSet tuples, int instanceCount)
    {
        var starts = new int[instanceCount + 1];
        for (var id = 0; id < tuples.Count; id++)
        {
            starts[tuples[id][0] + 1]++;
        }

        for (var i = 0; i < instanceCount; i++)
        {
            starts[i + 1] += starts[i];
        }

        var members = new int[tuples.Count];
        var next = (int[])starts.Clone();
        for (var id = 0; id < tuples.Count; id++)
        {
            members[next[tuples[id][0]]++] = id;
        }

        return (starts, members);
    }
}
