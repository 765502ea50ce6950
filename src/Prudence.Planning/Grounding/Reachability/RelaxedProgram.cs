using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// The rules by which atoms and instances of schemas become reachable when deletes are ignored (a Datalog program, as in Helmert 2009,
/// "Concise finite-domain representations", section 6.1), with a relation for every predicate, action, group of effects and axiom.
/// </summary>
internal sealed class RelaxedProgram
{
    private readonly LiftedTask task;
    private readonly ObjectSet[] typeDomains;
    private readonly int objectCount;
    private readonly StopSignal? stop;

    public RelaxedProgram(LiftedTask task, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
        objectCount = task.ObjectNames.Length;
        typeDomains = new ObjectSet[task.ObjectsByType.Length];
        for (var i = 0; i < typeDomains.Length; i++)
        {
            typeDomains[i] = new ObjectSet(task.ObjectsByType[i], objectCount);
        }

        Predicates = new Relation[task.Predicates.Length];
        for (var i = 0; i < Predicates.Length; i++)
        {
            Predicates[i] = new Relation(task.Predicates[i].Arity, task.Predicates[i].IsStatic, isSet: true, objectCount, stop);
        }

        AddInitialAtoms();
        MarkColumns();
        Actions = new Relation[task.Actions.Length];
        Effects = new EffectGroup[task.Actions.Length][];
        for (var i = 0; i < Actions.Length; i++)
        {
            Effects[i] = EffectGroup.Of(task.Actions[i]);
            Actions[i] = AddAction(task.Actions[i], Effects[i]);
            foreach (var group in Effects[i])
            {
                AddEffects(task.Actions[i], Actions[i], group);
            }
        }

        Axioms = new Relation[task.Axioms.Length];
        for (var i = 0; i < Axioms.Length; i++)
        {
            Axioms[i] = AddAxiom(task.Axioms[i]);
        }
    }

    /// <summary>The objects of each type set.</summary>
    public ObjectSet[] TypeDomains => typeDomains;

    /// <summary>The reachable atoms of each predicate; those true at first come first.</summary>
    public Relation[] Predicates { get; }

    /// <summary>The number of atoms of each predicate that are true at first.</summary>
    public int[] InitialCounts { get; private set; } = [];

    /// <summary>The reachable instances of each action.</summary>
    public Relation[] Actions { get; }

    /// <summary>The groups of effects of each action.</summary>
    public EffectGroup[][] Effects { get; }

    /// <summary>The reachable instances of each axiom.</summary>
    public Relation[] Axioms { get; }

    public List<JoinRule> Rules { get; } = [];

    /// <summary>True if a condition was weakened by more than its negated literals, so that some instances may be out of relaxed reach.</summary>
    public bool IsApproximate { get; private set; }

    private void AddInitialAtoms()
    {
        InitialCounts = new int[Predicates.Length];
        foreach (var atom in task.InitialAtoms)
        {
            Predicates[atom.Predicate].Tuples.TryAdd(atom.Arguments, out _);
        }

        for (var i = 0; i < Predicates.Length; i++)
        {
            var relation = Predicates[i];
            InitialCounts[i] = relation.Tuples.Count;
            for (var id = 0; id < relation.Tuples.Count; id++)
            {
                var tuple = relation.Tuples[id];
                for (var position = 0; position < tuple.Length; position++)
                {
                    relation.ColumnObjects[position][tuple[position]] = true;
                }
            }

            if (relation.IsStatic)
            {
                relation.Complete();
            }
        }
    }

    private void MarkColumns()
    {
        foreach (var action in task.Actions)
        {
            foreach (var effect in action.Effects)
            {
                if (!effect.IsDelete)
                {
                    MarkColumns(Predicates[effect.Atom.Predicate], effect.Atom.Arguments, IntSequences.Concatenate(action.ParameterTypes, effect.ParameterTypes));
                }
            }
        }

        foreach (var axiom in task.Axioms)
        {
            MarkColumns(Predicates[axiom.Predicate], IntSequences.Below(axiom.ParameterTypes.Length), axiom.ParameterTypes);
        }
    }

    private void MarkColumns(Relation relation, int[] terms, int[] types)
    {
        for (var position = 0; position < terms.Length; position++)
        {
            var marks = relation.ColumnObjects[position];
            ReadOnlySpan<int> objects = terms[position] < 0 ? [~terms[position]] : task.ObjectsByType[types[terms[position]]];
            foreach (var item in objects)
            {
                marks[item] = true;
            }
        }
    }

    private Relation AddAction(LiftedAction action, EffectGroup[] groups)
    {
        var form = new RelaxedNormalForm(task, action.ParameterTypes);
        var disjuncts = form.Relax(action.Precondition);
        var instances = InstanceRelation(action.ParameterTypes, disjuncts, form);
        foreach (var disjunct in disjuncts)
        {
            var rule = StartRule(form, disjunct, hasId: false);
            rule.AddHead(instances, IntSequences.Below(action.ParameterTypes.Length));
            foreach (var group in groups)
            {
                if (group.IsUnconditional)
                {
                    AddHeads(rule, group);
                }
            }

            rule.BuildInto(Rules, stop);
        }

        return instances;
    }

    private void AddEffects(LiftedAction action, Relation instances, EffectGroup group)
    {
        if (group.IsUnconditional)
        {
            return;
        }

        var form = new RelaxedNormalForm(task, IntSequences.Concatenate(action.ParameterTypes, group.ParameterTypes));
        var disjuncts = form.Relax(group.Condition);
        var isSet = disjuncts.Count > 1 || form.VariableTypes.Count > action.ParameterTypes.Length + group.ParameterTypes.Length;
        group.Instances = new Relation(1 + group.ParameterTypes.Length, isStatic: false, isSet, objectCount, stop);
        foreach (var disjunct in disjuncts)
        {
            var rule = StartRule(form, disjunct, hasId: true);
            var id = form.VariableTypes.Count;
            rule.AddLiteral(instances, IntSequences.Below(action.ParameterTypes.Length), isNegated: false, id);
            var own = new int[1 + group.ParameterTypes.Length];
            own[0] = id;
            for (var i = 1; i < own.Length; i++)
            {
                own[i] = action.ParameterTypes.Length + i - 1;
            }

            rule.AddHead(group.Instances, own);
            AddHeads(rule, group);
            rule.BuildInto(Rules, stop);
        }
    }

    private Relation AddAxiom(LiftedAxiom axiom)
    {
        var form = new RelaxedNormalForm(task, axiom.ParameterTypes);
        var disjuncts = form.Relax(axiom.Condition);
        var instances = InstanceRelation(axiom.ParameterTypes, disjuncts, form);
        foreach (var disjunct in disjuncts)
        {
            var rule = StartRule(form, disjunct, hasId: false);
            rule.AddHead(instances, IntSequences.Below(axiom.ParameterTypes.Length));
            rule.AddHead(Predicates[axiom.Predicate], IntSequences.Below(axiom.ParameterTypes.Length));
            rule.BuildInto(Rules, stop);
        }

        return instances;
    }

    private Relation InstanceRelation(int[] types, List<RelaxedConjunction> disjuncts, RelaxedNormalForm form)
    {
        var isSet = disjuncts.Count > 1 || form.VariableTypes.Count > types.Length;
        var instances = new Relation(types.Length, isStatic: false, isSet, objectCount, stop);
        MarkColumns(instances, IntSequences.Below(types.Length), types);
        return instances;
    }

    private JoinRuleBuilder StartRule(RelaxedNormalForm form, RelaxedConjunction disjunct, bool hasId)
    {
        IsApproximate |= form.IsApproximate;
        var domains = new ObjectSet?[form.VariableTypes.Count + (hasId ? 1 : 0)];
        for (var i = 0; i < form.VariableTypes.Count; i++)
        {
            domains[i] = typeDomains[form.VariableTypes[i]];
        }

        var rule = new JoinRuleBuilder(domains, objectCount);
        foreach (var literal in disjunct.Literals)
        {
            rule.AddLiteral(Predicates[literal.Atom.Predicate], literal.Atom.Arguments, literal.IsNegated);
        }

        foreach (var equality in disjunct.Equalities)
        {
            rule.AddEquality(equality.Left, equality.Right, equality.IsNegated);
        }

        return rule;
    }

    private void AddHeads(JoinRuleBuilder rule, EffectGroup group)
    {
        foreach (var effect in group.Effects)
        {
            if (!effect.IsDelete)
            {
                rule.AddHead(Predicates[effect.Atom.Predicate], effect.Atom.Arguments);
            }
        }
    }
}
