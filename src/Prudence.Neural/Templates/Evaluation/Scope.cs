using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Variables by name. Those of an outer scope are seen but not changed.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, TemplateValue> variables = new(StringComparer.Ordinal);

    public void Set(string name, TemplateValue value) => variables[name] = value;

    public bool TryGet(string name, out TemplateValue value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.variables.TryGetValue(name, out value!))
            {
                return true;
            }
        }

        value = new UndefinedValue(name);
        return false;
    }

    private Scope? Outer => outer;
}
