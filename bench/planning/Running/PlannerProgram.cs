namespace Prudence.Bench.Planning.Running;

/// <summary>A planner as a program: how to call it and how to read what it says.</summary>
internal abstract class PlannerProgram
{
    /// <summary>The name under which its results are filed.</summary>
    public abstract string Name { get; }

    public abstract string Program { get; }

    public abstract IReadOnlyList<string> Arguments(string domain, string problem, ResourceLimits limits);

    /// <summary>Reads the report of a run that took place in <paramref name="directory"/>.</summary>
    public abstract PlannerReport Read(ChildRun run, string directory);
}
