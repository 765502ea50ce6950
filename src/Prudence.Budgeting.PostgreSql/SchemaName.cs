using System.Text.RegularExpressions;

namespace Prudence.Budgeting.PostgreSql;

/// <summary>The name of a schema, of characters none of which can end a name in a command or begin anything else.</summary>
internal sealed partial class SchemaName
{
    private readonly string name;

    public SchemaName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Allowed().IsMatch(name) || name.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{name}' cannot name the schema of a ledger: take 1 to 63 of the characters a to z, 0 to 9 and _, not beginning with a digit or with pg_", nameof(name));
        }

        this.name = name;
    }

    /// <summary>The name as it stands in commands: in quotes, so that words of the language are names as well.</summary>
    public string Quoted => $"\"{name}\"";

    /// <summary>The name as it stands in messages.</summary>
    public override string ToString() => name;

    [GeneratedRegex(@"\A[a-z_][a-z0-9_]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
