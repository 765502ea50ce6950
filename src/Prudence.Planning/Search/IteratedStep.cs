namespace Prudence.Planning.Search;

/// <summary>
/// Makes one search of a sequence, when its turn comes and again when it is repeated. Heuristics that depend on the path must be made anew each time.
/// </summary>
/// <param name="options">The bound that plans must meet, which the search lowers when it finds one, and the expansions left. Pass both on.</param>
public delegate SearchAlgorithm IteratedStep(SearchOptions options);
