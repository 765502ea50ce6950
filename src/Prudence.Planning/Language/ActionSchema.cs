using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>An action schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Precondition">Its precondition; an empty conjunction where none is written.</param>
/// <param name="Effect">Its effect; an empty conjunction where none is written.</param>
/// <param name="Position">Where it begins.</param>
public sealed record ActionSchema(string Name, ImmutableArray<Parameter> Parameters, Condition Precondition, Effect Effect, SourcePosition Position);
