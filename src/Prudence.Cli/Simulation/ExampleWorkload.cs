namespace Prudence.Cli.Simulation;

/// <summary>The workload that comes with the program.</summary>
internal static class ExampleWorkload
{
    public static string Read()
    {
        using var stream = typeof(ExampleWorkload).Assembly.GetManifestResourceStream("budgeting/week.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
