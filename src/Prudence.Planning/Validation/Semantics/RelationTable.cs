using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>The predicates and functions of a task and what is true of them now.</summary>
internal sealed class RelationTable(ObjectTable objects)
{
    private readonly Dictionary<string, Relation> relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionValues> functions = new(StringComparer.Ordinal);

    public ObjectTable Objects { get; } = objects;

    public Relation Relation(string name, int width)
    {
        if (!relations.TryGetValue(name, out var relation))
        {
            relations.Add(name, relation = new Relation(name, width, Objects.Count));
        }

        return relation.Width == width
            ? relation
            : throw new ArgumentException($"the predicate `{name}` is used with {relation.Width} and with {width} arguments");
    }

    public FunctionValues Function(string name, int width)
    {
        if (!functions.TryGetValue(name, out var function))
        {
            functions.Add(name, function = new FunctionValues(name, width));
        }

        return function.Width == width
            ? function
            : throw new ArgumentException($"the function `{name}` is used with {function.Width} and with {width} arguments");
    }

    /// <summary>Enters what <c>:init</c> says.</summary>
    public void Enter(PddlProblem problem)
    {
        foreach (var atom in problem.InitialAtoms)
        {
            var relation = Relation(atom.Predicate, atom.Arguments.Length);
            relation.Insert(relation.FindOrAdd(Numbers(atom.Arguments)), step: 0);
        }

        foreach (var value in problem.InitialValues)
        {
            Function(value.Function, value.Arguments.Length).Set(Numbers(value.Arguments), value.Value);
        }
    }

    /// <summary>The object a name stands for.</summary>
    public int Number(string name) => Objects.Find(name) is >= 0 and var number
        ? number
        : throw new ArgumentException($"the task has no object `{name}`");

    public string Text(TupleTable table, int row)
    {
        var text = "(" + table.Name;
        foreach (var item in table.Tuple(row))
        {
            text += " " + Objects.Name(item);
        }

        return text + ")";
    }

    private int[] Numbers(ImmutableArray<string> names)
    {
        var numbers = new int[names.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(names[i]);
        }

        return numbers;
    }
}
