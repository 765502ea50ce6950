using Prudence.Neural.Templates.Syntax;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Executes the statements of a template.</summary>
internal sealed class Interpreter
{
    private readonly RenderMeter meter;
    private readonly Evaluator evaluator;
    private readonly Scope top;
    private MarkedTextBuilder output = new();
    private int depth;
    private Flow flow;

    public Interpreter(Scope top, TimeProvider clock, RenderMeter meter)
    {
        (this.top, this.meter) = (top, meter);
        evaluator = new Evaluator(this, clock, meter);
    }

    private enum Flow
    {
        Next,
        Continue,
        Break,
    }

    /// <summary>Renders a whole template.</summary>
    public MarkedText Render(IReadOnlyList<Statement> statements)
    {
        Execute(statements, top);
        return output.ToText();
    }

    /// <summary>Calls a macro; what it writes is its value. It sees its parameters and the variables at the top of the template.</summary>
    public TextValue Call(MacroValue macro, Arguments arguments)
    {
        var parameters = macro.Macro.Parameters;
        arguments.Expect([.. parameters.Select(static parameter => parameter.Name)]);
        var scope = new Scope(top);
        for (var i = 0; i < parameters.Count; i++)
        {
            scope.Set(parameters[i].Name, arguments.Find(i) ?? (parameters[i].Default is { } value ? evaluator.Evaluate(value, scope) : new UndefinedValue(parameters[i].Name)));
        }

        return new TextValue(Capture(macro.Macro.Body, scope));
    }

    private MarkedText Capture(IReadOnlyList<Statement> body, Scope scope)
    {
        var outside = output;
        output = new MarkedTextBuilder();
        var before = depth;
        depth = meter.Deeper(depth);
        Execute(body, scope);
        depth = before;
        var written = output.ToText();
        output = outside;
        return written;
    }

    private void Execute(IReadOnlyList<Statement> statements, Scope scope)
    {
        meter.CheckStack();
        foreach (var statement in statements)
        {
            meter.Position = statement.Position;
            meter.Step();
            Execute(statement, scope);
            if (flow != Flow.Next)
            {
                return;
            }
        }
    }

    private void Execute(Statement statement, Scope scope)
    {
        switch (statement)
        {
            case DataStatement data:
                Write(data.Text);
                break;
            case OutputStatement written:
                Write(ValueWriter.Write(evaluator.Evaluate(written.Value, scope), meter));
                break;
            case IfStatement branches:
                Execute(branches.Branches.FirstOrDefault(branch => branch.Condition is null || ValueRules.IsTrue(evaluator.Evaluate(branch.Condition, scope))).Body ?? [], scope);
                break;
            case ForStatement loop:
                ExecuteLoop(loop, scope);
                break;
            case SetStatement set:
                Assign(set.Names, evaluator.Evaluate(set.Value, scope), scope);
                break;
            case SetAttributeStatement set:
                SetAttribute(set, scope);
                break;
            case SetBlockStatement set:
                scope.Set(set.Name, new TextValue(Capture(set.Body, new Scope(scope))));
                break;
            case MacroStatement macro:
                scope.Set(macro.Name, new MacroValue(macro));
                break;
            case GenerationStatement generation:
                Execute(generation.Body, new Scope(scope));
                break;
            case LoopControlStatement control:
                flow = control.IsBreak ? Flow.Break : Flow.Continue;
                break;
        }
    }

    private void Write(MarkedText text)
    {
        meter.Text(text.Length);
        meter.CheckLength((long)output.Length + text.Length);
        output.Append(text);
    }

    private void ExecuteLoop(ForStatement loop, Scope scope)
    {
        var items = Access.Items(evaluator.Evaluate(loop.Items, scope), meter);
        if (loop.Condition is not null)
        {
            items = [.. items.Where(item => ValueRules.IsTrue(evaluator.Evaluate(loop.Condition, ScopeOf(loop, item, scope))))];
        }

        var before = depth;
        depth = meter.Deeper(depth);
        for (var i = 0; i < items.Count && flow != Flow.Break; i++)
        {
            meter.Step();
            var inner = ScopeOf(loop, items[i], scope);
            inner.Set("loop", Loop(items, i));
            Execute(loop.Body, inner);
            flow = flow == Flow.Break ? Flow.Break : Flow.Next;
        }

        flow = Flow.Next;
        depth = before;
        if (items.Count == 0)
        {
            Execute(loop.Otherwise, scope);
        }
    }

    private Scope ScopeOf(ForStatement loop, TemplateValue item, Scope outer)
    {
        var scope = new Scope(outer);
        Assign(loop.Names, item, scope);
        return scope;
    }

    // The depth is that of recursive loops, which there are not.
    private static MapValue Loop(IReadOnlyList<TemplateValue> items, int index) => new(new OrderedDictionary<string, TemplateValue>(StringComparer.Ordinal)
    {
        ["index"] = new IntegerValue(index + 1),
        ["index0"] = new IntegerValue(index),
        ["revindex"] = new IntegerValue(items.Count - index),
        ["revindex0"] = new IntegerValue(items.Count - index - 1),
        ["first"] = TemplateValue.Of(index == 0),
        ["last"] = TemplateValue.Of(index == items.Count - 1),
        ["length"] = new IntegerValue(items.Count),
        ["previtem"] = index > 0 ? items[index - 1] : new UndefinedValue("loop.previtem"),
        ["nextitem"] = index < items.Count - 1 ? items[index + 1] : new UndefinedValue("loop.nextitem"),
        ["depth"] = new IntegerValue(1),
        ["depth0"] = new IntegerValue(0),
    });

    private void Assign(IReadOnlyList<string> names, TemplateValue value, Scope scope)
    {
        if (names.Count == 1)
        {
            scope.Set(names[0], value);
            return;
        }

        var parts = Access.Items(value, meter);
        if (parts.Count != names.Count)
        {
            throw meter.Wrong($"{value.Kind} with {parts.Count} items cannot be given to {names.Count} names");
        }

        for (var i = 0; i < names.Count; i++)
        {
            scope.Set(names[i], parts[i]);
        }
    }

    private void SetAttribute(SetAttributeStatement set, Scope scope)
    {
        scope.TryGet(set.Target, out var target);
        var changeable = target as NamespaceValue ?? throw meter.Wrong($"'{set.Target}' is {target.Kind}: only what namespace() made can be changed");
        changeable.Items[set.Name] = evaluator.Evaluate(set.Value, scope);
    }
}
