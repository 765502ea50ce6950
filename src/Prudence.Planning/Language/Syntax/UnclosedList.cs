namespace Prudence.Planning.Language.Syntax;

/// <summary>Guesses which list of a section lacks its closing parenthesis.</summary>
internal static class UnclosedList
{
    /// <summary>
    /// The first list that holds what it cannot hold, an atom with a list in it, or that is written as if it had ended:
    /// a later line begins no further right than the list itself.
    /// </summary>
    public static (SyntaxNode List, SyntaxNode Before)? Find(SyntaxNode section)
    {
        foreach (var child in section)
        {
            if (child.IsList && FindWithin(child) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A list as it begins, for messages.</summary>
    public static string Opening(SyntaxNode list) => $"`({Quotation.Cut(list.Head)}`";

    private static (SyntaxNode List, SyntaxNode Before)? FindWithin(SyntaxNode list)
    {
        var line = list.Position.Line;
        var holdsLists = list.Head.Length == 0 || Keywords.IsOperator(list.Head);
        var isFirst = true;
        foreach (var child in list)
        {
            var position = child.Position;
            var beginsLine = position.Line > line;
            line = position.Line;
            if (child.IsList && !isFirst && child.Head != "either" && (!holdsLists || (beginsLine && position.Column <= list.Position.Column)))
            {
                return (list, child);
            }

            isFirst = false;
            if (child.IsList && FindWithin(child) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
