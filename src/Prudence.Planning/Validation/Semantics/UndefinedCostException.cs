namespace Prudence.Planning.Validation.Semantics;

/// <summary>The cost of a step cannot be computed. Caught by the execution and told as a violation.</summary>
internal sealed class UndefinedCostException(string message) : Exception(message);
