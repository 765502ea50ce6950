using System.Numerics;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Finds the applicable operators that reach a landmark in one step.</summary>
internal sealed class LandmarkAchievers(LandmarkGraph graph)
{
    private readonly int[] offsets = graph.Task.FactOffsets;
    private readonly int[] variables = graph.Task.FactVariables;

    /// <summary>Adds the operators applicable in a state that make one of the given landmarks true.</summary>
    public void AddApplicable(ReadOnlySpan<int> values, ReadOnlySpan<ulong> landmarks, PreferredOperators preferred)
    {
        for (var word = 0; word < landmarks.Length; word++)
        {
            for (var bits = landmarks[word]; bits != 0; bits &= bits - 1)
            {
                var landmark = (word << 6) + BitOperations.TrailingZeroCount(bits);
                foreach (var operatorId in graph.Achievers[landmark])
                {
                    if (AllHold(graph.Task.Operators.Preconditions[operatorId], values) && Reaches(operatorId, landmark, values))
                    {
                        preferred.Add(operatorId);
                    }
                }
            }
        }
    }

    private bool Reaches(int operatorId, int landmark, ReadOnlySpan<int> values)
    {
        var operators = graph.Task.Operators;
        if (!operators.HasConditionalEffects)
        {
            return true;
        }

        var facts = graph.Landmarks[landmark].Facts;
        for (var effect = operators.EffectStarts[operatorId]; effect < operators.EffectStarts[operatorId + 1]; effect++)
        {
            if (Array.IndexOf(facts, operators.EffectFacts[effect]) >= 0 && AllHold(operators.EffectConditions[effect], values))
            {
                return true;
            }
        }

        return false;
    }

    private bool AllHold(ReadOnlySpan<int> facts, ReadOnlySpan<int> values)
    {
        foreach (var fact in facts)
        {
            var variable = variables[fact];
            if (offsets[variable] + values[variable] != fact)
            {
                return false;
            }
        }

        return true;
    }
}
