namespace Prudence.Neural;

/// <summary>Work that can be cut into items, each of which writes what no other item writes.</summary>
internal interface IParallelBody
{
    /// <summary>Does the items of a range.</summary>
    /// <param name="start">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <param name="worker">Which of the threads this is, from 0, for scratch memory of its own.</param>
    void Run(int start, int end, int worker);
}
