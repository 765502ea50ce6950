using System.Globalization;

namespace Prudence.Planning.Tasks;

/// <summary>
/// Writes a ground task in the translator output format of Fast Downward (version 3), so that other planners can search what was ground here.
/// Every condition of an operator on a variable that it changes is written with each effect on that variable, as that translator does.
/// </summary>
public sealed class SasWriter
{
    private readonly PlanningTask task;
    private readonly TextWriter writer;

    private SasWriter(PlanningTask task, TextWriter writer)
    {
        this.task = task;
        this.writer = writer;
    }

    /// <summary>Writes one task. Lines end with LF whatever the writer's own line end is.</summary>
    public static void Write(PlanningTask task, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(writer);
        new SasWriter(task, writer).WriteTask();
    }

    private void WriteTask()
    {
        Section("version", "3");
        Section("metric", task.HasMetric ? "1" : "0");
        WriteVariables();
        WriteMutexGroups();
        Section("state", Array.ConvertAll(task.InitialState, Number));
        Section("goal", [Number(task.Goal.Length), .. Array.ConvertAll(task.Goal, Fact)]);
        Line(Number(task.Operators.Count));
        for (var o = 0; o < task.Operators.Count; o++)
        {
            WriteOperator(o);
        }

        WriteAxioms();
    }

    private void WriteVariables()
    {
        Line(Number(task.Variables.Length));
        for (var v = 0; v < task.Variables.Length; v++)
        {
            var variable = task.Variables[v];
            Section(
                "variable",
                [$"var{Number(v)}", Number(variable.AxiomLayer), Number(variable.DomainSize), .. Array.ConvertAll(variable.FactNames, FactName)]);
        }
    }

    private void WriteMutexGroups()
    {
        Line(Number(task.MutexGroups.Count));
        foreach (var group in task.MutexGroups)
        {
            Section("mutex_group", [Number(group.Length), .. Array.ConvertAll(group, Fact)]);
        }
    }

    private void WriteOperator(int index)
    {
        var operators = task.Operators;
        var (first, end) = (operators.EffectStarts[index], operators.EffectStarts[index + 1]);
        var before = new Dictionary<int, int>();
        for (var e = first; e < end; e++)
        {
            before[task.FactVariables[operators.EffectFacts[e]]] = -1;
        }

        var prevail = new List<string>();
        foreach (var fact in operators.Preconditions[index])
        {
            var variable = task.FactVariables[fact];
            if (before.ContainsKey(variable))
            {
                before[variable] = task.FactValue(fact);
            }
            else
            {
                prevail.Add(Fact(fact));
            }
        }

        var effects = Enumerable.Range(first, end - first).Select(e => Effect(e, before));
        Section("operator", [operators.Name(index), Number(prevail.Count), .. prevail, Number(end - first), .. effects, Number(operators.Costs[index])]);
    }

    private string Effect(int effect, Dictionary<int, int> before)
    {
        var fact = task.Operators.EffectFacts[effect];
        var conditions = task.Operators.EffectConditions[effect];
        var variable = task.FactVariables[fact];
        return string.Join(' ', (string[])
        [
            Number(conditions.Length), .. Array.ConvertAll(conditions.ToArray(), Fact), Number(variable), Number(before[variable]), Number(task.FactValue(fact)),
        ]);
    }

    private void WriteAxioms()
    {
        Line(Number(task.Axioms.Count));
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            var head = task.Axioms.Heads[rule];
            var variable = task.FactVariables[head];
            var body = task.Axioms.Bodies[rule].ToArray();
            Section("rule", [Number(body.Length), .. Array.ConvertAll(body, Fact), $"{Number(variable)} {Number(task.Variables[variable].DefaultValue)} {Number(task.FactValue(head))}"]);
        }
    }

    /// <summary><c>(at a b)</c> becomes <c>Atom at(a, b)</c>; what is no atom stays as it is.</summary>
    private static string FactName(string name)
    {
        static string Atom(string atom)
        {
            var words = atom[1..^1].Split(' ');
            return $"{words[0]}({string.Join(", ", words[1..])})";
        }

        return name.StartsWith("not (", StringComparison.Ordinal) ? $"NegatedAtom {Atom(name[4..])}"
            : name.StartsWith('(') ? $"Atom {Atom(name)}"
            : name;
    }

    private string Fact(int fact) => $"{Number(task.FactVariables[fact])} {Number(task.FactValue(fact))}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Section(string name, params ReadOnlySpan<string> lines)
    {
        Line($"begin_{name}");
        foreach (var line in lines)
        {
            Line(line);
        }

        Line($"end_{name}");
    }

    private void Line(string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
