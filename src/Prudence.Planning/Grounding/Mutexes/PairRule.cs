namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// One way to get from states to states, in either direction: where the conditions hold, the added facts hold afterwards, together with everything
/// that held before of variables that are not overwritten.
/// </summary>
/// <param name="Operator">The operator it comes from.</param>
/// <param name="Conditions">What must hold, in ascending order; at most one fact per variable.</param>
/// <param name="Added">What holds afterwards. Of several facts of one variable, any may.</param>
/// <param name="Companions">What may hold afterwards along with the added facts, if it is ever true.</param>
/// <param name="Overwritten">The variables whose values before are gone.</param>
/// <param name="Required">Facts that surely hold afterwards: what they exclude cannot hold then.</param>
internal sealed record PairRule(int Operator, int[] Conditions, int[] Added, int[] Companions, int[] Overwritten, int[] Required);
