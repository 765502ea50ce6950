using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>The variables in force at one place of a schema, innermost first. Inner ones hide outer ones of the same name.</summary>
internal sealed class Scope
{
    private readonly string name;
    private readonly int number;
    private readonly Scope? outer;

    private Scope(string name, int number, Scope? outer)
    {
        this.name = name;
        this.number = number;
        this.outer = outer;
    }

    /// <summary>Adds parameters, numbered from <paramref name="first"/>.</summary>
    public static Scope? Extend(Scope? outer, ImmutableArray<Parameter> parameters, int first)
    {
        foreach (var parameter in parameters)
        {
            outer = new Scope(parameter.Name, first++, outer);
        }

        return outer;
    }

    /// <summary>The number of a variable, or -1 if there is none of that name.</summary>
    public static int Find(Scope? scope, string name)
    {
        for (; scope is not null; scope = scope.outer)
        {
            if (scope.name == name)
            {
                return scope.number;
            }
        }

        return -1;
    }
}
