namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>A test that mounts file systems of its own, and is skipped for whom that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    private static readonly string? WhySkip = Try();

    public MountFactAttribute() => Skip = WhySkip;

    private static string? Try()
    {
        using var disk = new SmallDisk();
        return disk.WhyNot is { } why ? $"needs the right to mount a file system: {why}" : null;
    }
}
