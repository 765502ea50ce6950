using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>The objects that variables stand for at one point of an evaluation; inner variables hide outer ones of the same name.</summary>
internal sealed class Bindings(ObjectTable objects)
{
    private readonly List<(string Name, int Value)> stack = [];

    public int Depth => stack.Count;

    public void Push(string name, int value) => stack.Add((name, value));

    /// <summary>Gives an entry, counted from the bottom, another object; -1 makes it unbound.</summary>
    public void Set(int entry, int value) => stack[entry] = (stack[entry].Name, value);

    public int At(int entry) => stack[entry].Value;

    public void PopTo(int depth) => stack.RemoveRange(depth, stack.Count - depth);

    /// <summary>The object a term denotes; -1 for a variable that is not bound.</summary>
    public int Value(Term term)
    {
        if (!term.IsVariable)
        {
            return objects.Find(term.Name);
        }

        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (stack[i].Name == term.Name)
            {
                return stack[i].Value;
            }
        }

        return -1;
    }

    public Atom Atom(string predicate, IReadOnlyList<Term> terms)
    {
        var arguments = new int[terms.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Value(terms[i]);
        }

        return new Atom(predicate, arguments);
    }
}
