using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding;

/// <summary>The task is well-formed PDDL but cannot be grounded, for example because an action's cost is not an integer.</summary>
public sealed class GroundingException : Exception
{
    /// <summary>Wraps what is to be told to the task's author.</summary>
    public GroundingException(Diagnostic diagnostic)
        : base((diagnostic ?? throw new ArgumentNullException(nameof(diagnostic))).ToString()) => Diagnostic = diagnostic;

    /// <summary>What is wrong, where, and what to do about it.</summary>
    public Diagnostic Diagnostic { get; }

    internal static GroundingException Error(string code, SourcePosition position, string message, string? hint = null) =>
        new(new Diagnostic(DiagnosticSeverity.Error, code, position, message, hint));
}
