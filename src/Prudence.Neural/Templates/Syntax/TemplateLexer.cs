using System.Buffers;
using System.Globalization;
using System.Text;

namespace Prudence.Neural.Templates.Syntax;

/// <summary>
/// Cuts a template into tokens, with Jinja's options trim_blocks (a line break behind a block or comment vanishes) and lstrip_blocks (so does white space
/// between the begin of a line and a block or comment). A single line break at the end of the template vanishes as well.
/// </summary>
internal sealed class TemplateLexer
{
    private static readonly string[] Operators = ["**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", ".", ",", ":", "|", "(", ")", "[", "]", "{", "}"];
    private readonly string source;
    private readonly List<TemplateToken> tokens = [];
    private int index;
    private int line = 1;
    private int lineStart;
    private int counted;

    private TemplateLexer(string source)
    {
        var unified = source.ReplaceLineEndings("\n");
        this.source = unified.EndsWith('\n') ? unified[..^1] : unified;
    }

    /// <summary>The tokens of a template; the last one is its end.</summary>
    public static List<TemplateToken> Read(string source)
    {
        var lexer = new TemplateLexer(source);
        while (lexer.index < lexer.source.Length)
        {
            lexer.ReadDataAndTag();
        }

        lexer.Add(TokenKind.End, "", lexer.index);
        return lexer.tokens;
    }

    private void ReadDataAndTag()
    {
        var start = index;
        var tag = FindTag(start);
        AddData(start, tag);
        index = tag;
        if (tag == source.Length)
        {
            return;
        }

        var kind = source[tag + 1];
        index = tag + 2 + (tag + 2 < source.Length && source[tag + 2] is '-' or '+' ? 1 : 0);
        if (kind == '#')
        {
            SkipComment(tag);
        }
        else
        {
            Add(kind == '{' ? TokenKind.OutputBegin : TokenKind.BlockBegin, source[tag..(tag + 2)], tag);
            ReadInside(kind == '{' ? "}}" : "%}", tag);
        }
    }

    private int FindTag(int from)
    {
        for (var place = from; ; place++)
        {
            place = source.IndexOf('{', place);
            if (place < 0 || place + 1 >= source.Length)
            {
                return source.Length;
            }

            if (source[place + 1] is '{' or '%' or '#')
            {
                return place;
            }
        }
    }

    private void AddData(int start, int tag)
    {
        var text = source.AsSpan(start..tag);
        var sign = tag + 2 < source.Length ? source[tag + 2] : '\0';
        if (tag < source.Length && sign == '-')
        {
            text = text.TrimEnd();
        }
        else if (tag < source.Length && sign != '+' && source[tag + 1] != '{')
        {
            var begin = text.LastIndexOf('\n') + 1;
            var startsLine = begin > 0 || start == 0 || source[start - 1] == '\n';
            text = startsLine && text[begin..].IsWhiteSpace() ? text[..begin] : text;
        }

        if (!text.IsEmpty)
        {
            Add(TokenKind.Data, text.ToString(), start);
        }
    }

    private void SkipComment(int tag)
    {
        var end = source.IndexOf("#}", Math.Min(tag + 2, source.Length), StringComparison.Ordinal);
        if (end < 0)
        {
            throw Wrong(tag, "this comment has no end: expected '#}'");
        }

        index = end + 2;
        TrimAfter(source[end - 1], trimsBreak: true);
    }

    private void ReadInside(string end, int tag)
    {
        var depth = 0;
        while (true)
        {
            SkipSpace();
            if (index >= source.Length)
            {
                throw Wrong(tag, $"this tag has no end: expected '{end}'");
            }

            var sign = source[index] is '-' or '+' ? 1 : 0;
            if (depth == 0 && string.CompareOrdinal(source, index + sign, end, 0, 2) == 0 && !(end == "}}" && source[index] == '+'))
            {
                Add(end == "}}" ? TokenKind.OutputEnd : TokenKind.BlockEnd, end, index);
                var mark = sign == 1 ? source[index] : '\0';
                index += sign + 2;
                TrimAfter(mark, trimsBreak: end == "%}");
                return;
            }

            ReadToken();
            depth += tokens[^1].Kind != TokenKind.Operator ? 0 : tokens[^1].Text is "{" or "[" or "(" ? 1 : tokens[^1].Text is "}" or "]" or ")" ? -1 : 0;
        }
    }

    private void TrimAfter(char sign, bool trimsBreak)
    {
        if (sign == '-')
        {
            SkipSpace();
        }
        else if (trimsBreak && sign != '+' && index < source.Length && source[index] == '\n')
        {
            index++;
        }
    }

    private void SkipSpace()
    {
        while (index < source.Length && char.IsWhiteSpace(source[index]))
        {
            index++;
        }
    }

    private void ReadToken()
    {
        var start = index;
        if (char.IsAsciiDigit(source[start]))
        {
            ReadNumber();
        }
        else if (char.IsAsciiLetter(source[start]) || source[start] == '_')
        {
            index += source.AsSpan(start).IndexOfAnyExcept(NameCharacters) is >= 0 and var length ? length : source.Length - start;
            Add(TokenKind.Name, source[start..index], start);
        }
        else if (source[start] is '\'' or '"')
        {
            ReadText();
        }
        else
        {
            var found = Operators.FirstOrDefault(text => string.CompareOrdinal(source, start, text, 0, text.Length) == 0)
                ?? throw Wrong(start, $"unexpected character '{source[start]}'");
            index += found.Length;
            Add(TokenKind.Operator, found, start);
        }
    }

    private void ReadNumber()
    {
        var start = index;
        SkipDigits();
        var isFloat = index + 1 < source.Length && source[index] == '.' && char.IsAsciiDigit(source[index + 1]);
        if (isFloat)
        {
            index++;
            SkipDigits();
        }

        if (index + 1 < source.Length && source[index] is 'e' or 'E' && (char.IsAsciiDigit(source[index + 1]) || source[index + 1] is '-' or '+'))
        {
            isFloat = true;
            index += 2;
            SkipDigits();
        }

        Add(isFloat ? TokenKind.Float : TokenKind.Integer, source[start..index].Replace("_", "", StringComparison.Ordinal), start);
    }

    private void SkipDigits()
    {
        while (index < source.Length && (char.IsAsciiDigit(source[index]) || source[index] == '_'))
        {
            index++;
        }
    }

    private void ReadText()
    {
        var start = index++;
        var text = new StringBuilder();
        while (index < source.Length && source[index] != source[start])
        {
            if (source[index] == '\\' && index + 1 < source.Length)
            {
                ReadEscape(text);
            }
            else
            {
                text.Append(source[index++]);
            }
        }

        if (index++ >= source.Length)
        {
            throw Wrong(start, $"this text has no end: expected {source[start]}");
        }

        Add(TokenKind.Text, text.ToString(), start);
    }

    private void ReadEscape(StringBuilder text)
    {
        var start = index;
        var escaped = source[index + 1];
        index += 2;
        var digits = escaped switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            var value = index + digits <= source.Length && int.TryParse(source.AsSpan(index, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : -1;
            if (!Rune.IsValid(value))
            {
                throw Wrong(start, $"'\\{escaped}' needs {digits} hexadecimal digits of a character");
            }

            text.Append(new Rune(value));
            index += digits;
            return;
        }

        _ = escaped switch
        {
            'n' => text.Append('\n'),
            't' => text.Append('\t'),
            'r' => text.Append('\r'),
            '0' => text.Append('\0'),
            '\n' => text,
            '\\' or '\'' or '"' => text.Append(escaped),
            _ => text.Append('\\').Append(escaped),
        };
    }

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private void Add(TokenKind kind, string text, int start) => tokens.Add(new TemplateToken(kind, text, PositionOf(start)));

    private ChatTemplateException Wrong(int start, string what) => new(PositionOf(start), what);

    // Positions are asked for from left to right, but for the begins of tags that have no end.
    private SourcePosition PositionOf(int place)
    {
        if (place < counted)
        {
            (line, lineStart, counted) = (1, 0, 0);
        }

        for (; counted < place; counted++)
        {
            if (source[counted] == '\n')
            {
                (line, lineStart) = (line + 1, counted + 1);
            }
        }

        return new SourcePosition(line, place - lineStart + 1);
    }
}
