using Prudence.Budgeting;
using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>A condition prepared for being grounded many times.</summary>
internal abstract class GroundableCondition
{
    /// <summary>
    /// Grounds the condition for the objects that the parameters stand for, simplifies it and conjoins it to <paramref name="target"/>;
    /// false if it cannot hold in any reachable state.
    /// </summary>
    public abstract bool Ground(int[] arguments, GroundConjunction target);

    protected static int ObjectOf(int term, int[] arguments) => term < 0 ? ~term : arguments[term];
}

/// <summary>An atom or its negation.</summary>
internal sealed class GroundableLiteral(Relation relation, int[] terms, bool isNegated, int offset, int constantCount) : GroundableCondition
{
    private readonly int[] tuple = new int[terms.Length];

    public override bool Ground(int[] arguments, GroundConjunction target)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            tuple[i] = ObjectOf(terms[i], arguments);
        }

        var id = relation.Tuples.Find(tuple);
        if (id < 0)
        {
            return isNegated;
        }

        if (id < constantCount)
        {
            return !isNegated;
        }

        target.Literals.Add(isNegated ? ~(offset + id) : offset + id);
        return true;
    }
}

/// <summary>Two terms are the same object, or not.</summary>
internal sealed class GroundableEquality(int left, int right, bool isNegated) : GroundableCondition
{
    public override bool Ground(int[] arguments, GroundConjunction target) =>
        ObjectOf(left, arguments) == ObjectOf(right, arguments) != isNegated;
}

/// <summary>All operands hold.</summary>
internal sealed class GroundableAnd(GroundableCondition[] operands) : GroundableCondition
{
    public override bool Ground(int[] arguments, GroundConjunction target)
    {
        foreach (var operand in operands)
        {
            if (!operand.Ground(arguments, target))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Some operand holds.</summary>
internal sealed class GroundableOr(GroundableCondition[] operands) : GroundableCondition
{
    public override bool Ground(int[] arguments, GroundConjunction target)
    {
        var disjuncts = new List<GroundConjunction>(operands.Length);
        foreach (var operand in operands)
        {
            var disjunct = new GroundConjunction();
            if (operand.Ground(arguments, disjunct))
            {
                if (disjunct.IsTrue)
                {
                    return true;
                }

                disjuncts.Add(disjunct);
            }
        }

        return target.Conjoin(disjuncts);
    }
}

/// <summary>
/// The body holds for all, or for some, values of further parameters. Values that cannot matter are not tried: see <see cref="QuantifierPlan"/>.
/// Nested quantifiers may still mean more values than there is time for.
/// </summary>
internal sealed class GroundableQuantifier(bool isUniversal, QuantifierPlan? plan, GroundableCondition body, StopSignal stop) : GroundableCondition
{
    public override bool Ground(int[] arguments, GroundConjunction target)
    {
        if (isUniversal)
        {
            return GroundAll(arguments, target);
        }

        var disjuncts = new List<GroundConjunction>();
        for (var isThere = plan is not null && plan.Start(arguments); isThere; isThere = plan!.MoveNext(arguments))
        {
            stop.ThrowIfRaised();
            var disjunct = new GroundConjunction();
            if (body.Ground(arguments, disjunct))
            {
                if (disjunct.IsTrue)
                {
                    return true;
                }

                disjuncts.Add(disjunct);
            }
        }

        return target.Conjoin(disjuncts);
    }

    private bool GroundAll(int[] arguments, GroundConjunction target)
    {
        for (var isThere = plan is not null && plan.Start(arguments); isThere; isThere = plan!.MoveNext(arguments))
        {
            stop.ThrowIfRaised();
            if (!body.Ground(arguments, target))
            {
                return false;
            }
        }

        return true;
    }
}
