namespace Prudence.Planning.Language.Reading;

/// <summary>Which requirements a domain or goal needs, and where each is needed first.</summary>
internal sealed class RequirementUse
{
    private static readonly string[] OfAdl =
    [
        ":strips", ":typing", ":negative-preconditions", ":disjunctive-preconditions", ":equality", ":existential-preconditions", ":universal-preconditions",
        ":conditional-effects",
    ];

    private readonly List<RequirementNeed> needed = [];

    /// <summary>The needed requirements in the order of the standard's list.</summary>
    public IReadOnlyList<RequirementNeed> Needed
    {
        get
        {
            var sorted = new List<RequirementNeed>(needed);
            sorted.Sort(static (left, right) => Rank(left).CompareTo(Rank(right)));
            return sorted;
        }
    }

    /// <summary>What a domain needs.</summary>
    public static RequirementUse Of(PddlDomain domain)
    {
        var use = new RequirementUse();
        if (domain.Types.Length > 1)
        {
            use.Need(":typing", domain.Types.First(t => t.Name != "object").Position);
        }

        if (!domain.DerivedPredicates.IsEmpty)
        {
            use.Need(":derived-predicates", domain.DerivedPredicates[0].Position);
        }

        if (!domain.Functions.IsEmpty)
        {
            use.Need(":action-costs", domain.Functions[0].Position);
        }

        Traversal.Visit(domain, use.Add, use.Add);
        return use;
    }

    /// <summary>What a goal needs.</summary>
    public static RequirementUse Of(Condition goal)
    {
        var use = new RequirementUse();
        Traversal.Visit(goal, use.Add);
        return use;
    }

    /// <summary>The requirements that a written one stands for, itself among them.</summary>
    public static string[] Expand(string requirement) => requirement switch
    {
        ":adl" or ":ucpop" => [requirement, .. OfAdl],
        ":quantified-preconditions" => [requirement, ":existential-preconditions", ":universal-preconditions"],
        ":fluents" or ":numeric-fluents" => [requirement, ":action-costs"],
        _ => [requirement],
    };

    private static int Rank(RequirementNeed need) => Array.IndexOf(RequirementReader.Known, need.Requirement);

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case EqualityCondition:
                Need(":equality", condition.Position);
                break;
            case OrCondition or ImplyCondition:
            case NotCondition { Operand: not (AtomCondition or EqualityCondition or NotCondition) }:
                Need(":disjunctive-preconditions", condition.Position);
                break;
            case NotCondition { Operand: AtomCondition }:
                Need(":negative-preconditions", condition.Position);
                break;
            case ExistsCondition:
                Need(":existential-preconditions", condition.Position);
                break;
            case ForAllCondition:
                Need(":universal-preconditions", condition.Position);
                break;
        }
    }

    private void Add(Effect effect)
    {
        switch (effect)
        {
            case ConditionalEffect or ForAllEffect:
                Need(":conditional-effects", effect.Position);
                break;
            case CostEffect:
                Need(":action-costs", effect.Position);
                break;
        }
    }

    private void Need(string requirement, SourcePosition position)
    {
        if (!needed.Exists(n => n.Requirement == requirement))
        {
            needed.Add(new RequirementNeed(requirement, position));
        }
    }
}
