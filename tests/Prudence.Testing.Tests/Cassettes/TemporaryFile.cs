namespace Prudence.Testing.Tests.Cassettes;

/// <summary>A file name in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prudence-");

    public string Name => Path.Combine(folder.FullName, "answers.jsonl");

    public string[] Files => [.. folder.EnumerateFiles().Select(file => file.Name)];

    public void Dispose() => folder.Delete(recursive: true);
}
