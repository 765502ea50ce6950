using System.Globalization;
using Prudence.Neural.Templates.Evaluation;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Syntax;

/// <summary>Reads expressions, with Jinja's precedence. Filters, tests and methods that are not known are errors here.</summary>
internal sealed class ExpressionParser(TokenStream tokens)
{
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    /// <summary>Functions that are called, for checking once all names of the template are known.</summary>
    public List<FunctionCallExpression> Calls { get; } = [];

    /// <summary>An expression, or several with commas between them, which make a tuple.</summary>
    public Expression ReadTuple()
    {
        var first = Read();
        if (!tokens.Current.IsOperator(","))
        {
            return first;
        }

        var items = new List<Expression> { first };
        while (tokens.TryTakeOperator(",") && tokens.Current.Kind is not (TokenKind.OutputEnd or TokenKind.BlockEnd))
        {
            items.Add(Read());
        }

        return new ListExpression(first.Position, items, IsTuple: true);
    }

    public Expression Read()
    {
        tokens.Enter();
        var value = ReadOr();
        while (tokens.Current.IsName("if"))
        {
            var position = tokens.Take().Position;
            var condition = ReadOr();
            value = new ConditionalExpression(position, condition, value, tokens.TryTakeName("else") ? Read() : null);
        }

        tokens.Leave();
        return value;
    }

    /// <summary>An expression without <c>if</c>, as the items of a loop are.</summary>
    public Expression ReadOr()
    {
        var left = ReadAnd();
        while (tokens.Current.IsName("or"))
        {
            left = new BinaryExpression(tokens.Take().Position, "or", left, ReadAnd());
        }

        return left;
    }

    private Expression ReadAnd()
    {
        var left = ReadNot();
        while (tokens.Current.IsName("and"))
        {
            left = new BinaryExpression(tokens.Take().Position, "and", left, ReadNot());
        }

        return left;
    }

    private Expression ReadNot()
    {
        if (!tokens.Current.IsName("not"))
        {
            return ReadComparison();
        }

        tokens.Enter();
        var negation = new UnaryExpression(tokens.Take().Position, "not", ReadNot());
        tokens.Leave();
        return negation;
    }

    private Expression ReadComparison()
    {
        var first = ReadSum();
        var rest = new List<(string, Expression)>();
        var position = tokens.Current.Position;
        while (true)
        {
            if (tokens.Current.Kind == TokenKind.Operator && Comparisons.Contains(tokens.Current.Text, StringComparer.Ordinal))
            {
                rest.Add((tokens.Take().Text, ReadSum()));
            }
            else if (tokens.TryTakeName("in"))
            {
                rest.Add(("in", ReadSum()));
            }
            else if (tokens.Current.IsName("not") && tokens.Next.IsName("in"))
            {
                tokens.Take();
                tokens.Take();
                rest.Add(("not in", ReadSum()));
            }
            else
            {
                return rest.Count == 0 ? first : new CompareExpression(position, first, rest);
            }
        }
    }

    private Expression ReadSum() => ReadBinary(ReadConcatenation, "+", "-");

    private Expression ReadConcatenation() => ReadBinary(ReadProduct, "~");

    private Expression ReadProduct() => ReadBinary(ReadPower, "*", "/", "//", "%");

    private Expression ReadPower() => ReadBinary(() => ReadUnary(), "**");

    private Expression ReadBinary(Func<Expression> readOperand, params string[] operators)
    {
        var left = readOperand();
        while (tokens.Current.Kind == TokenKind.Operator && operators.Contains(tokens.Current.Text, StringComparer.Ordinal))
        {
            var sign = tokens.Take();
            left = new BinaryExpression(sign.Position, sign.Text, left, readOperand());
        }

        return left;
    }

    private Expression ReadUnary(bool withFilters = true)
    {
        tokens.Enter();
        Expression value;
        if (tokens.Current.IsOperator("-") || tokens.Current.IsOperator("+"))
        {
            var sign = tokens.Take();
            value = new UnaryExpression(sign.Position, sign.Text, ReadUnary(withFilters: false));
        }
        else
        {
            value = ReadPostfix(ReadPrimary());
        }

        tokens.Leave();
        return withFilters ? ReadFilters(value) : value;
    }

    private Expression ReadPostfix(Expression value)
    {
        while (true)
        {
            var position = tokens.Current.Position;
            if (tokens.TryTakeOperator("."))
            {
                value = tokens.Current.Kind == TokenKind.Integer ? new IndexExpression(position, value, ReadPrimary()) : ReadAttribute(value, position);
            }
            else if (tokens.TryTakeOperator("["))
            {
                value = ReadSubscript(value, position);
                tokens.ExpectOperator("]");
            }
            else if (tokens.Current.IsOperator("("))
            {
                value = value is NameExpression name ? ReadCall(name) : throw new ChatTemplateException(position, "only functions, macros and methods can be called");
            }
            else
            {
                return value;
            }
        }
    }

    private Expression ReadAttribute(Expression target, SourcePosition position)
    {
        var name = tokens.ExpectName();
        if (!tokens.Current.IsOperator("("))
        {
            return new AttributeExpression(position, target, name);
        }

        return Methods.IsKnown(name) ? new MethodCallExpression(position, target, name, ReadArguments())
            : throw new ChatTemplateException(position, $"the method '{name}' is not known: known are {Methods.Names}");
    }

    private FunctionCallExpression ReadCall(NameExpression name)
    {
        var call = new FunctionCallExpression(name.Position, name.Name, ReadArguments());
        Calls.Add(call);
        return call;
    }

    private Expression ReadSubscript(Expression target, SourcePosition position)
    {
        var start = tokens.Current.IsOperator(":") ? null : Read();
        if (!tokens.TryTakeOperator(":"))
        {
            return new IndexExpression(position, target, start!);
        }

        var stop = tokens.Current.IsOperator(":") || tokens.Current.IsOperator("]") ? null : Read();
        var step = tokens.TryTakeOperator(":") && !tokens.Current.IsOperator("]") ? Read() : null;
        return new SliceExpression(position, target, start, stop, step);
    }

    private Expression ReadFilters(Expression value)
    {
        while (true)
        {
            var position = tokens.Current.Position;
            if (tokens.TryTakeOperator("|"))
            {
                var name = tokens.ExpectName();
                var arguments = Filters.IsKnown(name) ? tokens.Current.IsOperator("(") ? ReadArguments() : ArgumentList.Empty
                    : throw new ChatTemplateException(position, $"the filter '{name}' is not known: known are {Filters.Names}");
                CheckNamed(name, arguments, position);
                value = new FilterExpression(position, value, name, arguments);
            }
            else if (tokens.TryTakeName("is"))
            {
                value = ReadTest(value, position);
            }
            else
            {
                return value;
            }
        }
    }

    /// <summary>Checks the filter or test that a filter is given by its name.</summary>
    private static void CheckNamed(string filter, ArgumentList arguments, SourcePosition position)
    {
        var place = filter switch { "map" or "select" or "reject" => 0, "selectattr" or "rejectattr" => 1, _ => int.MaxValue };
        if (place >= arguments.Positional.Count || arguments.Positional[place] is not ConstantExpression { Value: TextValue text })
        {
            return;
        }

        var name = text.Value.Text;
        if (!(filter == "map" ? Filters.IsKnown(name) : ValueTests.IsKnown(name)))
        {
            throw new ChatTemplateException(position, $"'{filter}' was given '{name}', which is not known: known are {(filter == "map" ? Filters.Names : ValueTests.Names)}");
        }
    }

    private Expression ReadTest(Expression value, SourcePosition position)
    {
        var isNegated = tokens.TryTakeName("not");
        var name = tokens.ExpectName();
        if (!ValueTests.IsKnown(name))
        {
            throw new ChatTemplateException(position, $"the test '{name}' is not known: known are {ValueTests.Names}");
        }

        var arguments = tokens.Current.IsOperator("(") ? ReadArguments()
            : ValueTests.TakesArgument(name) ? new ArgumentList([ReadPostfix(ReadPrimary())], [])
            : ArgumentList.Empty;
        var test = new TestExpression(position, value, name, arguments);
        return isNegated ? new UnaryExpression(position, "not", test) : test;
    }

    private ArgumentList ReadArguments()
    {
        tokens.ExpectOperator("(");
        var positional = new List<Expression>();
        var named = new List<(string, Expression)>();
        while (!tokens.TryTakeOperator(")"))
        {
            if (tokens.Current.Kind == TokenKind.Name && tokens.Next.IsOperator("="))
            {
                var name = tokens.Take().Text;
                tokens.Take();
                named.Add((name, Read()));
            }
            else if (named.Count == 0)
            {
                positional.Add(Read());
            }
            else
            {
                throw tokens.Unexpected("an argument with a name, as those before it");
            }

            if (!tokens.Current.IsOperator(")"))
            {
                tokens.ExpectOperator(",");
            }
        }

        return new ArgumentList(positional, named);
    }

    private Expression ReadPrimary()
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            TokenKind.Name => ReadName(token),
            TokenKind.Text => ReadText(token),
            TokenKind.Integer when long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) => new ConstantExpression(token.Position, new IntegerValue(whole)),
            TokenKind.Float when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new ConstantExpression(token.Position, new FloatValue(number)),
            TokenKind.Integer or TokenKind.Float => throw new ChatTemplateException(token.Position, $"{token.Text} is not a number that can be calculated with"),
            TokenKind.Operator when token.Text == "(" => ReadParentheses(token.Position),
            TokenKind.Operator when token.Text == "[" => new ListExpression(token.Position, ReadItems("]")),
            TokenKind.Operator when token.Text == "{" => ReadMap(token.Position),
            _ => throw new ChatTemplateException(token.Position, $"found {token.Described}: expected a value"),
        };
    }

    private static Expression ReadName(TemplateToken token) => token.Text switch
    {
        "true" or "True" => new ConstantExpression(token.Position, BooleanValue.True),
        "false" or "False" => new ConstantExpression(token.Position, BooleanValue.False),
        "none" or "None" => new ConstantExpression(token.Position, NoneValue.Instance),
        "if" or "else" or "and" or "or" or "in" or "is" or "not" => throw new ChatTemplateException(token.Position, $"found '{token.Text}': expected a value"),
        _ => new NameExpression(token.Position, token.Text),
    };

    private ConstantExpression ReadText(TemplateToken token)
    {
        var text = token.Text;
        while (tokens.Current.Kind == TokenKind.Text)
        {
            text += tokens.Take().Text;
        }

        return new ConstantExpression(token.Position, new TextValue(MarkedText.FromTemplate(text)));
    }

    private Expression ReadParentheses(SourcePosition position)
    {
        if (tokens.TryTakeOperator(")"))
        {
            return new ListExpression(position, [], IsTuple: true);
        }

        var first = Read();
        if (tokens.TryTakeOperator(")"))
        {
            return first;
        }

        tokens.ExpectOperator(",");
        return new ListExpression(position, [first, .. ReadItems(")")], IsTuple: true);
    }

    private List<Expression> ReadItems(string end)
    {
        var items = new List<Expression>();
        while (!tokens.TryTakeOperator(end))
        {
            items.Add(Read());
            if (!tokens.Current.IsOperator(end))
            {
                tokens.ExpectOperator(",");
            }
        }

        return items;
    }

    private MapExpression ReadMap(SourcePosition position)
    {
        var items = new List<(Expression, Expression)>();
        while (!tokens.TryTakeOperator("}"))
        {
            var key = Read();
            tokens.ExpectOperator(":");
            items.Add((key, Read()));
            if (!tokens.Current.IsOperator("}"))
            {
                tokens.ExpectOperator(",");
            }
        }

        return new MapExpression(position, items);
    }
}
