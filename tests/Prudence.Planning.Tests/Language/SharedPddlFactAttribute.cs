namespace Prudence.Planning.Tests.Language;

/// <summary>A test that needs the public benchmark files; skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedPddlFactAttribute : FactAttribute
{
    public SharedPddlFactAttribute()
    {
        if (SharedPddl.Root is null)
        {
            Skip = "The public benchmark files are not on this machine; PRUDENCE_SHARED may name their folder.";
        }
    }
}
