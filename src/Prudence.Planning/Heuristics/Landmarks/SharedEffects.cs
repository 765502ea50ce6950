using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>What always becomes true together with a fact: the effects that all operators that reach it have on other variables.</summary>
internal sealed class SharedEffects(PlanningTask task, RelaxedRules rules)
{
    private readonly int[] count = new int[task.FactCount];
    private readonly List<int> shared = [];

    /// <summary>One list per landmark; empty for disjunctive ones.</summary>
    public IntLists OfAll(Landmark[] landmarks)
    {
        var lists = new IntListsBuilder(landmarks.Length, landmarks.Length);
        foreach (var landmark in landmarks)
        {
            if (!landmark.IsDisjunctive && !landmark.IsDerived)
            {
                Find(landmark.Facts[0]);
                foreach (var fact in shared)
                {
                    lists.Add(fact);
                }
            }

            lists.EndList();
        }

        return lists.ToLists();
    }

    private void Find(int fact)
    {
        shared.Clear();
        var last = -1;
        foreach (var rule in rules.WithHeadFact[fact])
        {
            // Rules of one operator stand together.
            var owner = rules.Owners[rule];
            if (owner != last)
            {
                var isFirst = last < 0;
                last = owner;
                KeepEffectsOf(owner, task.FactVariables[fact], isFirst);
                if (shared.Count == 0)
                {
                    return;
                }
            }
        }
    }

    private void KeepEffectsOf(int owner, int variable, bool isFirst)
    {
        var operators = task.Operators;
        for (var effect = operators.EffectStarts[owner]; effect < operators.EffectStarts[owner + 1]; effect++)
        {
            var fact = operators.EffectFacts[effect];
            if (operators.EffectConditions[effect].IsEmpty && task.FactVariables[fact] != variable)
            {
                count[fact] = 1;
                if (isFirst)
                {
                    shared.Add(fact);
                }
            }
        }

        shared.RemoveAll(fact => count[fact] == 0);
        for (var effect = operators.EffectStarts[owner]; effect < operators.EffectStarts[owner + 1]; effect++)
        {
            count[operators.EffectFacts[effect]] = 0;
        }
    }
}
