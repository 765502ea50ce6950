using Prudence.Planning;

namespace Limits;

/// <summary>Tells what a run is doing, as it does it.</summary>
internal sealed class Narrator(TextWriter output) : PlannerProgress
{
    public override void PhaseStarted(string phase) => output.WriteLine($"{phase} ...");

    public override void PlanFound(PlanRecord plan) => output.WriteLine($"a plan of {plan.Plan.Length} steps that costs {plan.Cost}");
}
