namespace Prudence.Planning.Search;

/// <summary>
/// Makes searches on several threads wait for each other after every so many steps, so that what they tell each other, and when, does not depend on
/// how fast the threads run. One instance belongs to one of the searches.
/// </summary>
/// <param name="barrier">Where they meet.</param>
/// <param name="size">The steps of a round.</param>
internal sealed class SearchRounds(Barrier barrier, int size)
{
    private int steps;

    /// <summary>Counts one step and, at the end of a round, waits for the others.</summary>
    public void Step()
    {
        if (++steps == size)
        {
            steps = 0;
            barrier.SignalAndWait();
        }
    }

    /// <summary>Takes part no longer.</summary>
    public void Leave() => barrier.RemoveParticipant();
}
