namespace Prudence.Cli.Tests.Running;

/// <summary>A test that writes to <c>/dev/full</c>, which refuses everything; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDeviceFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDeviceFactAttribute()
    {
        if (!File.Exists(Device))
        {
            Skip = $"There is no {Device} on this system.";
        }
    }
}
