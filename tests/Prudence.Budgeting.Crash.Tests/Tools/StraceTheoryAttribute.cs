namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>A theory that needs strace, and is skipped where that does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StraceTheoryAttribute : TheoryAttribute
{
    public StraceTheoryAttribute() => Skip = Strace.WhySkip;
}
