using System.Runtime.InteropServices;
using System.Text;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>What is left of an operator when all variables but those of a pattern are forgotten.</summary>
internal sealed class ProjectedOperator(PlanningTask task)
{
    private readonly StringBuilder key = new();
    private readonly List<int> free = [];
    private readonly List<int> sources = [];
    private readonly List<int> targets = [];
    private readonly List<(int Position, int Value, bool IsCertain, (int Position, int Value)[] Conditions)> effects = [];
    private Pattern pattern = null!;
    private int fixedPart;

    /// <summary>Equal for operators that do the same.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Looks at an operator.</summary>
    public void Load(Pattern target, int operatorId)
    {
        pattern = target;
        key.Clear();
        free.Clear();
        effects.Clear();
        fixedPart = 0;
        var preconditions = Inside(task.Operators.Preconditions[operatorId]);
        for (var position = 0; position < pattern.Variables.Length; position++)
        {
            free.Add(position);
        }

        foreach (var (position, value) in preconditions)
        {
            free.Remove(position);
            fixedPart += value * pattern.Multiplier(position);
            key.Append(position).Append('=').Append(value).Append(' ');
        }

        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            LoadEffect(e, task.Operators.Preconditions[operatorId]);
        }

        Key = key.ToString();
    }

    /// <summary>The abstract states that satisfy the precondition.</summary>
    public ReadOnlySpan<int> Sources()
    {
        sources.Clear();
        sources.Add(fixedPart);
        foreach (var position in free)
        {
            var count = sources.Count;
            var size = task.Variables[pattern.Variables[position]].DomainSize;
            for (var value = 1; value < size; value++)
            {
                for (var i = 0; i < count; i++)
                {
                    sources.Add(sources[i] + (value * pattern.Multiplier(position)));
                }
            }
        }

        return CollectionsMarshal.AsSpan(sources);
    }

    /// <summary>
    /// The abstract states that the operator may lead to from an abstract state. Effects follow in their order: one that surely happens replaces
    /// what those before did to its variable, one that perhaps happens adds to it.
    /// </summary>
    public ReadOnlySpan<int> Targets(int source)
    {
        targets.Clear();
        targets.Add(source);
        foreach (var (position, value, isCertain, conditions) in effects)
        {
            if (!Array.TrueForAll(conditions, condition => pattern.ValueAt(source, condition.Position) == condition.Value))
            {
                continue;
            }

            var count = targets.Count;
            for (var i = 0; i < count; i++)
            {
                var changed = targets[i] + ((value - pattern.ValueAt(targets[i], position)) * pattern.Multiplier(position));
                if (isCertain)
                {
                    targets[i] = changed;
                }
                else if (!targets.Contains(changed))
                {
                    targets.Add(changed);
                }
            }
        }

        return CollectionsMarshal.AsSpan(targets);
    }

    private void LoadEffect(int effect, ReadOnlySpan<int> preconditions)
    {
        var fact = task.Operators.EffectFacts[effect];
        var position = pattern.PositionOf(task.FactVariables[fact]);
        if (position < 0)
        {
            return;
        }

        var isCertain = true;
        var conditions = Inside(task.Operators.EffectConditions[effect]);
        foreach (var condition in task.Operators.EffectConditions[effect])
        {
            isCertain &= pattern.PositionOf(task.FactVariables[condition]) >= 0 || preconditions.Contains(condition);
        }

        effects.Add((position, task.FactValue(fact), isCertain, conditions));
        key.Append('/').Append(position).Append(isCertain ? '=' : '?').Append(task.FactValue(fact));
        foreach (var condition in conditions)
        {
            key.Append(',').Append(condition.Position).Append('=').Append(condition.Value);
        }
    }

    private (int Position, int Value)[] Inside(ReadOnlySpan<int> facts)
    {
        var inside = new List<(int, int)>();
        foreach (var fact in facts)
        {
            var position = pattern.PositionOf(task.FactVariables[fact]);
            if (position >= 0)
            {
                inside.Add((position, task.FactValue(fact)));
            }
        }

        return [.. inside];
    }
}
