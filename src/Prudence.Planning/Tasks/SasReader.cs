using System.Globalization;

namespace Prudence.Planning.Tasks;

/// <summary>
/// Reads a ground task from the translator output format of Fast Downward (version 3), so that tasks ground elsewhere can be searched here.
/// </summary>
public sealed class SasReader
{
    private readonly TextReader reader;
    private int line;

    private SasReader(TextReader reader) => this.reader = reader;

    /// <summary>Reads one task.</summary>
    /// <exception cref="FormatException">The text is not in the format; the message names the line.</exception>
    public static PlanningTask Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new SasReader(reader).ReadTask();
    }

    private PlanningTask ReadTask()
    {
        Expect("begin_version");
        if (ReadCount() != 3)
        {
            throw Error("this is not version 3 of the format");
        }

        Expect("end_version");
        Expect("begin_metric");
        var hasMetric = ReadCount() == 1;
        Expect("end_metric");
        var variables = ReadMany(ReadVariable);
        var facts = new PlanningTask(variables) { Operators = null!, Axioms = null!, InitialState = [], Goal = [], HasMetric = hasMetric };
        var groups = ReadMany(() => ReadMutexGroup(facts));
        var initial = ReadState(variables);
        Expect("begin_goal");
        var goal = ReadFacts(facts);
        Array.Sort(goal);
        Expect("end_goal");
        var operators = ReadOperators(facts, hasMetric);
        var axioms = ReadAxioms(facts);
        return new PlanningTask(variables)
        {
            Operators = operators,
            Axioms = axioms,
            InitialState = initial,
            Goal = goal,
            HasMetric = hasMetric,
            MutexGroups = groups,
        };
    }

    private int[] ReadMutexGroup(PlanningTask facts)
    {
        Expect("begin_mutex_group");
        var group = ReadFacts(facts);
        Expect("end_mutex_group");
        return group;
    }

    private TaskVariable ReadVariable()
    {
        Expect("begin_variable");
        var name = ReadLine();
        var layer = ReadNumber();
        var factNames = ReadMany(() => FactName(ReadLine()));
        Expect("end_variable");
        return new TaskVariable(name, factNames, layer);
    }

    private static string FactName(string text)
    {
        static string Atom(string atom)
        {
            var open = atom.IndexOf('(', StringComparison.Ordinal);
            return open < 0
                ? atom
                : "(" + (atom[..open] + " " + atom[(open + 1)..].TrimEnd(')').Replace(",", "", StringComparison.Ordinal)).TrimEnd() + ")";
        }

        return text.StartsWith("Atom ", StringComparison.Ordinal) ? Atom(text[5..])
            : text.StartsWith("NegatedAtom ", StringComparison.Ordinal) ? "not " + Atom(text[12..])
            : text;
    }

    private int[] ReadState(TaskVariable[] variables)
    {
        Expect("begin_state");
        var state = new int[variables.Length];
        for (var v = 0; v < state.Length; v++)
        {
            state[v] = ReadNumber();
            if ((uint)state[v] >= (uint)variables[v].DomainSize)
            {
                throw Error($"variable {v} has no value {state[v]}");
            }

            if (variables[v].IsDerived)
            {
                variables[v] = variables[v] with { DefaultValue = state[v] };
            }
        }

        Expect("end_state");
        return state;
    }

    private OperatorTable ReadOperators(PlanningTask facts, bool hasMetric)
    {
        var names = new List<string>();
        var costs = new List<int>();
        var preconditions = new List<IReadOnlyList<int>>();
        var effectStarts = new List<int> { 0 };
        var effectFacts = new List<int>();
        var effectConditions = new List<IReadOnlyList<int>>();
        for (var count = ReadCount(); count > 0; count--)
        {
            Expect("begin_operator");
            names.Add(ReadLine());
            var precondition = new List<int>(ReadFacts(facts));
            for (var remaining = ReadCount(); remaining > 0; remaining--)
            {
                var numbers = ReadNumbers();
                effectConditions.Add(ReadEffect(facts, numbers, precondition, effectFacts));
            }

            effectStarts.Add(effectFacts.Count);
            var cost = ReadCount();
            costs.Add(hasMetric ? cost : 1);
            precondition.Sort();
            preconditions.Add(precondition);
            Expect("end_operator");
        }

        return new OperatorTable
        {
            Costs = [.. costs],
            Preconditions = IntLists.From(preconditions),
            EffectStarts = [.. effectStarts],
            EffectFacts = [.. effectFacts],
            EffectConditions = IntLists.From(effectConditions),
            Name = o => names[o],
        };
    }

    private List<int> ReadEffect(PlanningTask facts, int[] numbers, List<int> precondition, List<int> effectFacts)
    {
        var conditionCount = numbers.Length == 0 ? -1 : numbers[0];
        if (conditionCount < 0 || numbers.Length != (2 * conditionCount) + 4)
        {
            throw Error("an effect needs a condition count, the conditions, a variable, its old and its new value");
        }

        var conditions = new List<int>(conditionCount);
        for (var c = 0; c < conditionCount; c++)
        {
            conditions.Add(Fact(facts, numbers[(2 * c) + 1], numbers[(2 * c) + 2]));
        }

        conditions.Sort();
        var variable = numbers[^3];
        if (numbers[^2] >= 0)
        {
            // Several effects on one variable repeat its condition.
            var before = Fact(facts, variable, numbers[^2]);
            if (!precondition.Contains(before))
            {
                precondition.Add(before);
            }
        }

        effectFacts.Add(Fact(facts, variable, numbers[^1]));
        return conditions;
    }

    private RuleTable ReadAxioms(PlanningTask facts)
    {
        var heads = new List<int>();
        var bodies = new List<IReadOnlyList<int>>();
        for (var count = ReadCount(); count > 0; count--)
        {
            Expect("begin_rule");
            var body = new List<int>(ReadFacts(facts));
            var head = ReadNumbers();
            if (head.Length != 3)
            {
                throw Error("a rule's head needs a variable, its old and its new value");
            }

            // The format repeats the head's default value as a condition; deriving it again would be no news.
            heads.Add(Fact(facts, head[0], head[2]));
            body.Sort();
            bodies.Add(body);
            Expect("end_rule");
        }

        return new RuleTable { Heads = [.. heads], Bodies = IntLists.From(bodies) };
    }

    private int[] ReadFacts(PlanningTask facts) => ReadMany(() =>
    {
        var pair = ReadNumbers();
        return pair.Length == 2 ? Fact(facts, pair[0], pair[1]) : throw Error("a variable and a value were expected");
    });

    /// <summary>A count and so many items. The count is not trusted with memory: the text may end long before.</summary>
    private T[] ReadMany<T>(Func<T> read)
    {
        var items = new List<T>();
        for (var count = ReadCount(); count > 0; count--)
        {
            items.Add(read());
        }

        return [.. items];
    }

    private int Fact(PlanningTask facts, int variable, int value)
    {
        if ((uint)variable >= (uint)facts.Variables.Length || (uint)value >= (uint)facts.Variables[variable].DomainSize)
        {
            throw Error($"there is no variable {variable} with value {value}");
        }

        return facts.Fact(variable, value);
    }

    private void Expect(string keyword)
    {
        if (ReadLine() != keyword)
        {
            throw Error($"'{keyword}' was expected");
        }
    }

    private int ReadCount()
    {
        var number = ReadNumber();
        return number >= 0 ? number : throw Error("a number of at least 0 was expected");
    }

    private int ReadNumber() =>
        int.TryParse(ReadLine(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error("a whole number was expected");

    private int[] ReadNumbers()
    {
        var words = ReadLine().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw Error($"'{words[i]}' is not a whole number");
            }
        }

        return numbers;
    }

    private string ReadLine()
    {
        line++;
        return reader.ReadLine()?.Trim() ?? throw Error("the text ends too early");
    }

    private FormatException Error(string what) => new($"line {line}: {what}");
}
