using Prudence.Planning.Validation;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>A step of a plan that is known to be valid, with its objects in a frame.</summary>
internal sealed record BoundStep(ActionRules Action, int[] Frame)
{
    public static BoundStep Bind(PlanStep step, TaskSemantics task)
    {
        var action = task.FindAction(step.Action) ?? throw new ArgumentException($"there is no action `{step.Action}`", nameof(step));
        var frame = new int[action.FrameSize];
        for (var i = 0; i < action.Slots.Length; i++)
        {
            frame[action.Slots[i]] = task.Objects.Find(step.Arguments[i]);
        }

        return new BoundStep(action, frame);
    }
}
