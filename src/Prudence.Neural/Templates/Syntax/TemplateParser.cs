using Prudence.Neural.Templates.Evaluation;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Syntax;

/// <summary>Reads a template as statements. What is not known is an error here, not silence while rendering.</summary>
internal sealed class TemplateParser
{
    private static readonly string[] Known = ["break", "continue", "for", "generation", "if", "macro", "set"];
    private readonly TokenStream tokens;
    private readonly ExpressionParser expressions;
    private readonly HashSet<string> assigned = new(StringComparer.Ordinal);
    private int loops;

    private TemplateParser(List<TemplateToken> read)
    {
        tokens = new TokenStream(read);
        expressions = new ExpressionParser(tokens);
    }

    /// <summary>Reads a template.</summary>
    public static ParsedTemplate Read(string source)
    {
        var read = TemplateLexer.Read(source);
        var parser = new TemplateParser(read);
        var body = parser.ReadBody([]);
        foreach (var call in parser.expressions.Calls)
        {
            if (!Functions.IsKnown(call.Name) && !parser.assigned.Contains(call.Name))
            {
                throw new ChatTemplateException(call.Position, $"the function '{call.Name}' is not known: known are {Functions.Names} and the template's own macros");
            }
        }

        return new ParsedTemplate(body, [.. read.Where(static token => token.Kind is TokenKind.Data or TokenKind.Text).Select(static token => token.Text)]);
    }

    /// <summary>Statements up to a block of one of the given names, whose begin and name are taken, or up to the end.</summary>
    private List<Statement> ReadBody(string[] ends)
    {
        tokens.Enter();
        var body = new List<Statement>();
        while (true)
        {
            var token = tokens.Take();
            switch (token.Kind)
            {
                case TokenKind.Data:
                    body.Add(new DataStatement(token.Position, MarkedText.FromTemplate(token.Text)));
                    break;
                case TokenKind.OutputBegin:
                    body.Add(new OutputStatement(token.Position, expressions.ReadTuple()));
                    tokens.Expect(TokenKind.OutputEnd, "'}}'");
                    break;
                case TokenKind.BlockBegin when tokens.Current.Kind == TokenKind.Name && ends.Contains(tokens.Current.Text, StringComparer.Ordinal):
                    tokens.Leave();
                    return body;
                case TokenKind.BlockBegin:
                    body.Add(ReadStatement(token.Position, ends));
                    break;
                case TokenKind.End when ends.Length == 0:
                    tokens.Leave();
                    return body;
                default:
                    throw new ChatTemplateException(token.Position, $"found {token.Described}: expected {string.Join(" or ", ends.Select(static end => $"'{{% {end} %}}'"))}");
            }
        }
    }

    private Statement ReadStatement(SourcePosition position, string[] ends)
    {
        var name = tokens.ExpectName();
        var statement = name switch
        {
            "if" => ReadIf(position),
            "for" => ReadFor(position),
            "set" => ReadSet(position),
            "macro" => ReadMacro(position),
            "generation" => ReadGeneration(position),
            "break" or "continue" when loops > 0 => new LoopControlStatement(position, name == "break"),
            "break" or "continue" => throw new ChatTemplateException(position, $"'{name}' stands outside of a loop"),
            _ when ends.Length > 0 && name.StartsWith("end", StringComparison.Ordinal) => throw new ChatTemplateException(position, $"found '{name}': expected {string.Join(" or ", ends)}"),
            _ => throw new ChatTemplateException(position, $"the statement '{name}' is not known: known are {string.Join(", ", Known)}"),
        };
        EndBlock();
        return statement;
    }

    private void EndBlock() => tokens.Expect(TokenKind.BlockEnd, "'%}'");

    /// <summary>The body of a block whose head has been read, and its end, whose name is returned.</summary>
    private (List<Statement> Body, string End) ReadBlock(params string[] ends)
    {
        EndBlock();
        return (ReadBody(ends), tokens.Take().Text);
    }

    private IfStatement ReadIf(SourcePosition position)
    {
        var branches = new List<(Expression?, IReadOnlyList<Statement>)>();
        Expression? condition = expressions.ReadTuple();
        while (true)
        {
            var (body, end) = condition is null ? ReadBlock("endif") : ReadBlock("elif", "else", "endif");
            branches.Add((condition, body));
            if (end == "endif")
            {
                return new IfStatement(position, branches);
            }

            condition = end == "elif" ? expressions.ReadTuple() : null;
        }
    }

    private ForStatement ReadFor(SourcePosition position)
    {
        var names = ReadTargets();
        if (!tokens.TryTakeName("in"))
        {
            throw tokens.Unexpected("'in'");
        }

        var items = expressions.ReadOr();
        var condition = tokens.TryTakeName("if") ? expressions.Read() : null;
        if (tokens.Current.IsName("recursive"))
        {
            throw new ChatTemplateException(tokens.Current.Position, "recursive loops are not supported");
        }

        loops++;
        var (body, end) = ReadBlock("else", "endfor");
        loops--;
        return new ForStatement(position, names, items, condition, body, end == "else" ? ReadBlock("endfor").Body : []);
    }

    private List<string> ReadTargets()
    {
        var isInParentheses = tokens.TryTakeOperator("(");
        var names = new List<string> { tokens.ExpectName() };
        while (tokens.TryTakeOperator(","))
        {
            names.Add(tokens.ExpectName());
        }

        if (isInParentheses)
        {
            tokens.ExpectOperator(")");
        }

        assigned.UnionWith(names);
        return names;
    }

    private Statement ReadSet(SourcePosition position)
    {
        if (tokens.Next.IsOperator("."))
        {
            var target = tokens.ExpectName();
            tokens.Take();
            var name = tokens.ExpectName();
            tokens.ExpectOperator("=");
            return new SetAttributeStatement(position, target, name, expressions.ReadTuple());
        }

        var names = ReadTargets();
        if (tokens.TryTakeOperator("="))
        {
            return new SetStatement(position, names, expressions.ReadTuple());
        }

        return names.Count == 1 && tokens.Current.Kind == TokenKind.BlockEnd ? new SetBlockStatement(position, names[0], ReadBlock("endset").Body) : throw tokens.Unexpected("'='");
    }

    private MacroStatement ReadMacro(SourcePosition position)
    {
        var name = tokens.ExpectName();
        assigned.Add(name);
        tokens.ExpectOperator("(");
        var parameters = new List<(string, Expression?)>();
        while (!tokens.TryTakeOperator(")"))
        {
            parameters.Add((tokens.ExpectName(), tokens.TryTakeOperator("=") ? expressions.Read() : null));
            if (!tokens.Current.IsOperator(")"))
            {
                tokens.ExpectOperator(",");
            }
        }

        var outside = loops;
        loops = 0;
        var body = ReadBlock("endmacro").Body;
        loops = outside;
        if (tokens.Current.Kind == TokenKind.Name)
        {
            tokens.Take();
        }

        return new MacroStatement(position, name, parameters, body);
    }

    private GenerationStatement ReadGeneration(SourcePosition position) => new(position, ReadBlock("endgeneration").Body);
}
