namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>A file system in memory that is full, read-only or neither, as one likes.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disk");

    public SmallDisk()
    {
        var (code, output) = Programs.Run("mount", "-t", "tmpfs", "-o", "size=4m", "none", folder.FullName);
        WhyNot = code == 0 ? null : output.Trim();
    }

    /// <summary>Why it could not be mounted; null if it was.</summary>
    public string? WhyNot { get; }

    public string File => Path.Combine(folder.FullName, "ledger.db");

    /// <summary>Changes its size, or whether it may be written.</summary>
    /// <param name="option">As mount takes it, such as <c>size=64k</c>, <c>ro</c>, <c>rw</c>.</param>
    public void Set(string option) => Programs.MustRun("mount", "-o", $"remount,{option}", folder.FullName);

    public void Dispose()
    {
        if (WhyNot is null)
        {
            Programs.MustRun("umount", folder.FullName);
        }

        folder.Delete();
    }
}
