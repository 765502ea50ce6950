namespace Prudence.Bench.Planning.Running;

/// <summary>What one run may use, counted over its whole process tree.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="Core">The one core to run on, or null for any.</param>
internal sealed record ResourceLimits(double CpuSeconds, long MemoryBytes, int? Core)
{
    /// <summary>A run that neither computes nor ends must not stop the series.</summary>
    public TimeSpan WallLimit => TimeSpan.FromSeconds(60 + (20 * CpuSeconds));
}
