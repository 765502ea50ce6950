using Prudence.Neural.Templates.Syntax;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Computes the values of expressions.</summary>
internal sealed class Evaluator(Interpreter interpreter, TimeProvider clock, RenderMeter meter)
{
    public TemplateValue Evaluate(Expression expression, Scope scope)
    {
        meter.CheckStack();
        meter.Step();
        return expression switch
        {
            ConstantExpression constant => constant.Value,
            NameExpression name => Variable(name.Name, scope),
            ListExpression list => new ListValue([.. list.Items.Select(item => Evaluate(item, scope))], list.IsTuple),
            MapExpression map => Map(map, scope),
            AttributeExpression attribute => Access.Property(Evaluate(attribute.Target, scope), attribute.Name, At(attribute)),
            IndexExpression index => Item(index, scope),
            SliceExpression slice => Slice(slice, scope),
            UnaryExpression unary => Unary(unary, scope),
            BinaryExpression binary => Binary(binary, scope),
            CompareExpression comparison => Compare(comparison, scope),
            ConditionalExpression conditional => Conditional(conditional, scope),
            FilterExpression filter => Filter(filter, scope),
            TestExpression test => Test(test, scope),
            MethodCallExpression call => Method(call, scope),
            FunctionCallExpression call => Function(call, scope),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} cannot be evaluated"),
        };
    }

    private static TemplateValue Variable(string name, Scope scope)
    {
        scope.TryGet(name, out var value);
        return value;
    }

    private MapValue Map(MapExpression map, Scope scope)
    {
        var items = new OrderedDictionary<string, TemplateValue>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Items)
        {
            var name = Evaluate(key, scope) as TextValue ?? throw new ChatTemplateException(key.Position, "expected a text as a key of a map");
            items[name.Value.Text] = Evaluate(value, scope);
        }

        return new MapValue(items);
    }

    private TemplateValue Item(IndexExpression index, Scope scope)
    {
        var (target, place) = (Evaluate(index.Target, scope), Evaluate(index.Index, scope));
        return Access.Item(target, place, At(index));
    }

    private TemplateValue Slice(SliceExpression slice, Scope scope)
    {
        var target = Evaluate(slice.Target, scope);
        var (start, stop, step) = (Bound(slice.Start, scope), Bound(slice.Stop, scope), Bound(slice.Step, scope));
        return Access.Slice(target, start, stop, step, At(slice));
    }

    private long? Bound(Expression? bound, Scope scope) => bound is null ? null : Evaluate(bound, scope) switch
    {
        NoneValue => null,
        IntegerValue integer => integer.Value,
        var other => throw new ChatTemplateException(bound.Position, $"expected a whole number in a slice, not {other.Kind}"),
    };

    private TemplateValue Unary(UnaryExpression unary, Scope scope)
    {
        var operand = Evaluate(unary.Operand, scope);
        return unary.Operator == "not" ? Comparison.Not(operand) : Operands.Apply(unary.Operator, new IntegerValue(0), operand, At(unary));
    }

    private TemplateValue Binary(BinaryExpression binary, Scope scope)
    {
        var left = Evaluate(binary.Left, scope);
        if (binary.Operator is "and" or "or")
        {
            return ValueRules.IsTrue(left) == (binary.Operator == "or") ? left : Evaluate(binary.Right, scope);
        }

        var right = Evaluate(binary.Right, scope);
        return Operands.Apply(binary.Operator, left, right, At(binary));
    }

    private BooleanValue Compare(CompareExpression comparison, Scope scope)
    {
        var left = Evaluate(comparison.First, scope);
        foreach (var (sign, operand) in comparison.Rest)
        {
            var right = Evaluate(operand, scope);
            if (!Comparison.Holds(sign, left, right, At(comparison)))
            {
                return BooleanValue.False;
            }

            left = right;
        }

        return BooleanValue.True;
    }

    private TemplateValue Conditional(ConditionalExpression conditional, Scope scope) =>
        ValueRules.IsTrue(Evaluate(conditional.Condition, scope)) ? Evaluate(conditional.Then, scope)
        : conditional.Otherwise is { } otherwise ? Evaluate(otherwise, scope)
        : new UndefinedValue("a value without 'else'");

    private TemplateValue Filter(FilterExpression filter, Scope scope)
    {
        var input = Evaluate(filter.Input, scope);
        var arguments = Arguments(filter.Name, filter.Arguments, scope);
        At(filter);
        return Filters.Apply(filter.Name, input, arguments);
    }

    private TemplateValue Test(TestExpression test, Scope scope)
    {
        var input = Evaluate(test.Input, scope);
        var arguments = Arguments(test.Name, test.Arguments, scope);
        At(test);
        return TemplateValue.Of(ValueTests.Check(test.Name, input, arguments));
    }

    private TemplateValue Method(MethodCallExpression call, Scope scope)
    {
        var target = Evaluate(call.Target, scope);
        var arguments = Arguments(call.Name, call.Arguments, scope);
        At(call);
        return Methods.Call(target, call.Name, arguments);
    }

    private TemplateValue Function(FunctionCallExpression call, Scope scope)
    {
        var arguments = Arguments(call.Name, call.Arguments, scope);
        At(call);
        return scope.TryGet(call.Name, out var value)
            ? interpreter.Call(value as MacroValue ?? throw meter.Wrong($"'{call.Name}' is {value.Kind}: expected a function or macro"), arguments)
            : Functions.IsKnown(call.Name) ? Functions.Call(call.Name, arguments, clock)
            : throw meter.Wrong($"the macro '{call.Name}' is called before it is defined");
    }

    private Arguments Arguments(string callee, ArgumentList list, Scope scope)
    {
        var named = new Dictionary<string, TemplateValue>(StringComparer.Ordinal);
        var positional = list.Positional.Select(argument => Evaluate(argument, scope)).ToArray();
        foreach (var (name, value) in list.Named)
        {
            named[name] = Evaluate(value, scope);
        }

        return new Arguments(callee, positional, named, meter);
    }

    private RenderMeter At(Expression expression)
    {
        meter.Position = expression.Position;
        return meter;
    }
}
