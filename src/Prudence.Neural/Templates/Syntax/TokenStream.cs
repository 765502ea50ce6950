namespace Prudence.Neural.Templates.Syntax;

/// <summary>The tokens of a template, read one after the other.</summary>
internal sealed class TokenStream(List<TemplateToken> tokens)
{
    private const int DeepestNesting = 200;
    private int index;
    private int depth;

    public TemplateToken Current => tokens[index];

    public TemplateToken Next => tokens[Math.Min(index + 1, tokens.Count - 1)];

    public TemplateToken Take() => index < tokens.Count - 1 ? tokens[index++] : tokens[index];

    public bool TryTakeOperator(string text)
    {
        var found = Current.IsOperator(text);
        index += found ? 1 : 0;
        return found;
    }

    public bool TryTakeName(string text)
    {
        var found = Current.IsName(text);
        index += found ? 1 : 0;
        return found;
    }

    public void ExpectOperator(string text)
    {
        if (!TryTakeOperator(text))
        {
            throw Unexpected($"'{text}'");
        }
    }

    public string ExpectName() => Current.Kind == TokenKind.Name ? Take().Text : throw Unexpected("a name");

    public void Expect(TokenKind kind, string described)
    {
        if (Current.Kind != kind)
        {
            throw Unexpected(described);
        }

        Take();
    }

    public ChatTemplateException Unexpected(string expected) => new(Current.Position, $"found {Current.Described}: expected {expected}");

    /// <summary>Goes one level deeper, unless that is too deep to be read safely.</summary>
    public void Enter()
    {
        if (++depth > DeepestNesting)
        {
            throw new ChatTemplateException(Current.Position, $"nested too deeply: at most {DeepestNesting} levels are read");
        }
    }

    public void Leave() => depth--;
}
