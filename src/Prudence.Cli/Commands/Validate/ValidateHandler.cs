using System.Text.Json;
using Prudence.Cli.Output;
using Prudence.Cli.Pddl;
using Prudence.Cli.Running;
using Prudence.Planning.Explanation;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Commands.Validate;

internal sealed class ValidateHandler(Terminal terminal, bool json)
{
    public int Run(string domainFile, string problemFile, string planFile, bool explain)
    {
        if (TaskReading.Read(new TaskFiles(domainFile, problemFile), strict: false, json, terminal) is not { } task)
        {
            return ExitCode.BadFile;
        }

        var plan = PlanReader.Read(InputFile.Read(planFile), planFile);
        if (plan.Value is null)
        {
            DiagnosticOutput.Write(terminal, plan.Diagnostics, json, ExitCode.BadFile);
            return ExitCode.BadFile;
        }

        return Tell(task, plan.Value, explain);
    }

    private int Tell(PddlTask task, Plan plan, bool explain)
    {
        var verdict = PlanValidator.Validate(task.Domain, task.Problem, plan);
        var explanation = explain && verdict.IsValid ? PlanExplainer.Explain(task, plan) : null;
        var exitCode = verdict.IsValid ? ExitCode.Success : ExitCode.InvalidPlan;
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => WriteJson(writer, verdict, plan, explanation, exitCode));
            return exitCode;
        }

        var output = TextOutput.For(terminal);
        if (verdict.Failure is { } failure)
        {
            output.Line("invalid", Tone.Bad);
            output.Line(failure.ToString());
        }
        else
        {
            output.Line($"valid: {plan.Length} steps, cost {verdict.Cost}", Tone.Good);
        }

        if (explanation is not null)
        {
            ExplanationText.Write(output, explanation);
        }

        return exitCode;
    }

    private static void WriteJson(Utf8JsonWriter writer, ValidationResult verdict, Plan plan, PlanExplanation? explanation, int exitCode)
    {
        writer.WriteString("outcome", verdict.IsValid ? "valid" : "invalid");
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteBoolean("validated", verdict.IsValid);
        writer.WriteNumber("cost", verdict.Cost);
        writer.WriteNumber("steps", plan.Length);
        if (verdict.Failure is { } failure)
        {
            writer.WriteStartObject("failure");
            writer.WriteNumber("step", failure.Step);
            JsonOutput.WriteOptional(writer, "action", failure.Action?.ToString());
            JsonOutput.WriteOptional(writer, "condition", failure.Condition);
            writer.WriteString("reason", failure.Reason);
            writer.WriteEndObject();
        }

        if (explanation is not null)
        {
            ExplanationJson.Write(writer, explanation);
        }
    }
}
