namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>A test that needs the reference files and is skipped without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = SharedFiles.Exist ? null : $"there are no reference files at {SharedFiles.Root}; PRUDENCE_SHARED may name their folder";
}
