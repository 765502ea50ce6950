namespace Prudence.Neural.Tests.Reference;

/// <summary>A test that needs the reference values.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.Absence;
}
