namespace Prudence.Budgeting.Prices.Matching;

/// <summary>How a rule compares a name.</summary>
public enum MatchKind
{
    /// <summary>The name is the text.</summary>
    Equal,

    /// <summary>It begins with the text.</summary>
    StartsWith,

    /// <summary>It ends with the text.</summary>
    EndsWith,

    /// <summary>The text is somewhere in it.</summary>
    Contains,

    /// <summary>The text is a regular expression that is found in it.</summary>
    Regex,

    /// <summary>One of the parts matches.</summary>
    Or,

    /// <summary>All parts match.</summary>
    And,
}
