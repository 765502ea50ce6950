namespace Prudence.Neural.Tests.Reference;

/// <summary>A test that needs a file of the shared folder, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(params string[] path)
    {
        if (SharedFiles.Root is null || !Path.Exists(SharedFiles.At(path)))
        {
            Skip = $"needs {string.Join('/', path)} of the shared reference files: put them beside the repository, or set PRUDENCE_SHARED";
        }
    }
}
