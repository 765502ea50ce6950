namespace Prudence.Neural.Tests.Reference;

/// <summary>A test over cases of the reference values.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.Absence;
}
