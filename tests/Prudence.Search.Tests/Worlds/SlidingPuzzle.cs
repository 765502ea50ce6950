namespace Prudence.Search.Tests.Worlds;

/// <summary>The 8-puzzle. A state is the nine cells row by row, 0 for the gap.</summary>
internal static class SlidingPuzzle
{
    public const string Goal = "012345678";

    public static ISearchSpace<string, char> From(string start) => SearchSpace.From(start, Successors, static state => state == Goal);

    public static IStateEvaluator<string> ManhattanDistance { get; } = StateEvaluator.From<string>(
        static state => Enumerable.Range(0, 9).Where(cell => state[cell] != '0').Sum(cell => Distance(cell, state[cell] - '0')), isAdmissible: true);

    /// <summary>A start that is that many random moves away from the goal at most.</summary>
    public static string Shuffled(int moves, int seed)
    {
        var random = new Random(seed);
        var state = Goal;
        for (var i = 0; i < moves; i++)
        {
            var successors = Successors(state);
            state = successors[random.Next(successors.Count)].State;
        }

        return state;
    }

    public static string Apply(string state, IEnumerable<char> moves) =>
        moves.Aggregate(state, static (current, move) => Successors(current).Single(successor => successor.Action == move).State);

    private static List<Successor<string, char>> Successors(string state)
    {
        var gap = state.IndexOf('0', StringComparison.Ordinal);
        var successors = new List<Successor<string, char>>();
        foreach (var (move, row, column) in new[] { ('U', -1, 0), ('D', 1, 0), ('L', 0, -1), ('R', 0, 1) })
        {
            var (newRow, newColumn) = ((gap / 3) + row, (gap % 3) + column);
            if (newRow is >= 0 and < 3 && newColumn is >= 0 and < 3)
            {
                var cells = state.ToCharArray();
                var other = (newRow * 3) + newColumn;
                (cells[gap], cells[other]) = (cells[other], cells[gap]);
                successors.Add(new(move, new string(cells)));
            }
        }

        return successors;
    }

    private static int Distance(int cell, int home) => Math.Abs((cell / 3) - (home / 3)) + Math.Abs((cell % 3) - (home % 3));
}
