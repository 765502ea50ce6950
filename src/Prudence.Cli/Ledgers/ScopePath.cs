namespace Prudence.Cli.Ledgers;

/// <summary>Paths of scopes.</summary>
internal static class ScopePath
{
    /// <summary>Whether a scope is another or below it; every scope is below null.</summary>
    public static bool IsWithin(string scope, string? above) =>
        above is null || (scope.StartsWith(above, StringComparison.Ordinal) && (scope.Length == above.Length || scope[above.Length] == '/'));
}
