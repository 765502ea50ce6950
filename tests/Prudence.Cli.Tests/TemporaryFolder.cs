namespace Prudence.Cli.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prudence-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public IReadOnlyList<string> Files() => Directory.GetFiles(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
