using Prudence.Budgeting;
using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>Makes ground operators, rules and goal from the reachable instances, schema by schema in the order the instances were derived.</summary>
internal sealed class Instantiator
{
    private readonly LiftedTask task;
    private readonly RelaxedProgram program;
    private readonly AtomNumbers atoms;
    private readonly ConditionCompiler compiler;
    private readonly DisjunctExpansion expansion;
    private readonly EffectSimplifier simplifier;
    private readonly StopSignal stop;
    private readonly GroundConjunction scratch = new();
    private readonly EffectList effects = new();

    public Instantiator(LiftedTask task, RelaxedProgram program, AtomNumbers atoms, StopSignal stop)
    {
        this.task = task;
        this.program = program;
        this.atoms = atoms;
        this.stop = stop;
        Rules = new RuleStore(atoms.Count, stop);
        Operators = new OperatorStore(stop);
        compiler = new ConditionCompiler(task, program, atoms, stop);
        expansion = new DisjunctExpansion(Rules);
        simplifier = new EffectSimplifier(Operators);
    }

    public OperatorStore Operators { get; }

    public RuleStore Rules { get; }

    /// <summary>True if an instance or effect turned out impossible, so that an atom counted as reachable may be out of reach.</summary>
    public bool HasImpossibleInstances { get; private set; }

    /// <summary>The literals of the goal, or null if it cannot be reached.</summary>
    public int[]? Goal { get; private set; }

    public void Instantiate()
    {
        for (var schema = 0; schema < task.Actions.Length; schema++)
        {
            InstantiateAction(schema);
        }

        for (var axiom = 0; axiom < task.Axioms.Length; axiom++)
        {
            InstantiateAxiom(task.Axioms[axiom], program.Axioms[axiom]);
        }

        AddGivenDerivedAtoms();
        var goal = new GroundConjunction();
        var arguments = new int[ParameterCounts.Of(task.Goal, 0)];
        Goal = compiler.Compile(task.Goal).Ground(arguments, goal) ? expansion.ToLiterals(goal) : null;
    }

    private void InstantiateAction(int schema)
    {
        var action = task.Actions[schema];
        var instances = program.Actions[schema];
        var precondition = compiler.Compile(action.Precondition, skipJoined: !instances.IsSet);
        var groups = new GroundableEffects[program.Effects[schema].Length];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = new GroundableEffects(program.Effects[schema][i], action, instances.Tuples.Count, compiler, atoms, program);
        }

        var arguments = new int[ParameterCounts.Of(action)];
        for (var instance = 0; instance < instances.Tuples.Count; instance++)
        {
            stop.ThrowIfRaised();
            instances.Tuples[instance].CopyTo(arguments);
            InstantiateOperator(schema, instance, arguments, precondition, groups);
        }
    }

    private void InstantiateOperator(
        int schema, int instance, int[] arguments, GroundableCondition precondition, GroundableEffects[] groups)
    {
        scratch.Clear();
        if (!precondition.Ground(arguments, scratch))
        {
            HasImpossibleInstances = true;
            return;
        }

        if (scratch.Disjunctions.Count == 0)
        {
            var count = LiteralSets.Normalise(scratch.Literals.Span);
            HasImpossibleInstances |= count < 0;
            if (count >= 0)
            {
                CollectEffects(instance, arguments, groups);
                simplifier.Write(schema, instance, scratch.Literals.Span[..count], effects, AtomCount);
            }

            return;
        }

        var disjuncts = expansion.Expand(scratch, isForRules: false);
        HasImpossibleInstances |= disjuncts.Count == 0;
        CollectEffects(instance, arguments, groups);
        foreach (var disjunct in disjuncts)
        {
            simplifier.Write(schema, instance, disjunct, effects, AtomCount);
        }
    }

    private int AtomCount => atoms.Count + Rules.MadeUpAtoms;

    private void CollectEffects(int instance, int[] arguments, GroundableEffects[] groups)
    {
        effects.Clear();
        foreach (var group in groups)
        {
            HasImpossibleInstances |= !group.TryGround(instance, arguments, expansion, effects);
        }
    }

    private void InstantiateAxiom(LiftedAxiom axiom, Relation instances)
    {
        var heads = program.Predicates[axiom.Predicate].Tuples;
        var condition = compiler.Compile(axiom.Condition, skipJoined: !instances.IsSet);
        var arguments = new int[ParameterCounts.Of(axiom.Condition, axiom.ParameterTypes.Length)];
        for (var instance = 0; instance < instances.Tuples.Count; instance++)
        {
            stop.ThrowIfRaised();
            var tuple = instances.Tuples[instance];
            tuple.CopyTo(arguments);
            scratch.Clear();
            var bodies = condition.Ground(arguments, scratch) ? expansion.Expand(scratch, isForRules: true) : [];
            HasImpossibleInstances |= bodies.Count == 0;
            foreach (var body in bodies)
            {
                Rules.Add(atoms.Offset(axiom.Predicate) + heads.Find(tuple), body);
            }
        }
    }

    /// <summary>Derived atoms that a lenient reader let stand in the initial state hold always.</summary>
    private void AddGivenDerivedAtoms()
    {
        for (var predicate = 0; predicate < task.Predicates.Length; predicate++)
        {
            for (var i = 0; task.Predicates[predicate].IsDerived && i < program.InitialCounts[predicate]; i++)
            {
                Rules.Add(atoms.Offset(predicate) + i, []);
            }
        }
    }
}
