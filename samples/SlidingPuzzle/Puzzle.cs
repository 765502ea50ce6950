using Prudence.Search;

namespace SlidingPuzzle;

/// <summary>The 8-puzzle. A state is the nine cells row by row, 0 for the gap; an action is the way the gap moves.</summary>
public sealed class Puzzle(string start) : ISearchSpace<string, char>
{
    private const string Goal = "012345678";
    private const int Width = 3;
    private static readonly (char Name, int Row, int Column)[] Moves = [('U', -1, 0), ('D', 1, 0), ('L', 0, -1), ('R', 0, 1)];

    /// <summary>How many rows and columns the tiles are away from home in all: never more than there are moves to make.</summary>
    public static IStateEvaluator<string> Distance { get; } = StateEvaluator.From<string>(
        static state => Enumerable.Range(0, state.Length).Where(cell => state[cell] != '0').Sum(cell => Steps(cell, state[cell] - '0')),
        isAdmissible: true);

    /// <inheritdoc/>
    public string InitialState => start;

    /// <inheritdoc/>
    public bool IsGoal(string state) => state == Goal;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Successor<string, char>>> ExpandAsync(string state, CancellationToken cancellation)
    {
        var gap = state.IndexOf('0', StringComparison.Ordinal);
        var successors = new List<Successor<string, char>>();
        foreach (var (name, row, column) in Moves)
        {
            var (newRow, newColumn) = ((gap / Width) + row, (gap % Width) + column);
            if (newRow is >= 0 and < Width && newColumn is >= 0 and < Width)
            {
                successors.Add(new(name, Exchange(state, gap, (newRow * Width) + newColumn)));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<Successor<string, char>>>(successors);
    }

    private static string Exchange(string state, int gap, int other)
    {
        var cells = state.ToCharArray();
        (cells[gap], cells[other]) = (cells[other], cells[gap]);
        return new string(cells);
    }

    private static int Steps(int cell, int home) => Math.Abs((cell / Width) - (home / Width)) + Math.Abs((cell % Width) - (home % Width));
}
