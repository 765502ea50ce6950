using System.Runtime.InteropServices;

namespace Prudence.Planning.Tasks;

/// <summary>Sets of integers as ascending lists: for sets that are filled once and then read.</summary>
internal static class IntSets
{
    /// <summary>Puts a list in ascending order and takes away repetitions.</summary>
    public static void Normalise(List<int> items)
    {
        items.Sort();
        var kept = 0;
        var all = CollectionsMarshal.AsSpan(items);
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[kept - 1])
            {
                all[kept++] = all[i];
            }
        }

        items.RemoveRange(kept, items.Count - kept);
    }
}
