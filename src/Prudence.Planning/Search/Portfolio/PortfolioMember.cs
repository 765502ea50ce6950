using Prudence.Budgeting;

namespace Prudence.Planning.Search.Portfolio;

/// <summary>
/// Makes one search of a portfolio, on the thread it will run on. It must have heuristics of its own; the transition system and the task are shared.
/// </summary>
/// <param name="options">The bound and the share of the expansions. Pass both on.</param>
/// <param name="stop">Stops this search.</param>
/// <param name="progress">Hears of this search.</param>
public delegate SearchAlgorithm PortfolioMember(SearchOptions options, StopSignal stop, SearchProgress progress);
