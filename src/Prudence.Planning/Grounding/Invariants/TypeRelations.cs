namespace Prudence.Planning.Grounding.Invariants;

/// <summary>How the type sets of a task lie to each other. Each question is worked out once, when it is first asked.</summary>
internal sealed class TypeRelations(int[][] objectsByType)
{
    private const byte Unknown = 0;
    private const byte No = 1;
    private const byte Yes = 2;

    private readonly byte[] overlaps = new byte[objectsByType.Length * objectsByType.Length];
    private readonly byte[] contained = new byte[objectsByType.Length * objectsByType.Length];

    /// <summary>Whether some object belongs to both.</summary>
    public bool Overlap(int first, int second)
    {
        ref var answer = ref overlaps[(first * objectsByType.Length) + second];
        if (answer == Unknown)
        {
            answer = CountShared(objectsByType[first], objectsByType[second]) > 0 ? Yes : No;
        }

        return answer == Yes;
    }

    /// <summary>Whether every object of the one belongs to the other.</summary>
    public bool IsWithin(int inner, int outer)
    {
        ref var answer = ref contained[(inner * objectsByType.Length) + outer];
        if (answer == Unknown)
        {
            answer = CountShared(objectsByType[inner], objectsByType[outer]) == objectsByType[inner].Length ? Yes : No;
        }

        return answer == Yes;
    }

    /// <summary>Whether an object belongs to a type set.</summary>
    public bool Contains(int type, int item) => Array.BinarySearch(objectsByType[type], item) >= 0;

    private static int CountShared(int[] first, int[] second)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (first[i] == second[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (first[i] < second[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
