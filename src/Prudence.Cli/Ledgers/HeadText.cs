using System.Buffers;
using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>Heads of ledgers as text that can be kept elsewhere: <c>hash@sequence</c>.</summary>
internal static class HeadText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    public static string Write(LedgerHead head) => $"{head.Hash}@{head.Sequence}";

    /// <exception cref="UserErrorException">The text is no head.</exception>
    public static LedgerHead Read(string option, string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var isNumber = long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence);
        return isNumber && at == 2 * LedgerHash.Size && text.AsSpan(0, at).IndexOfAnyExcept(Digits) < 0
            ? new LedgerHead(sequence, LedgerHash.Read(Convert.FromHexString(text.AsSpan(0, at))))
            : throw new UserErrorException(ExitCode.BadCommandLine, $"{option}: expected 64 hexadecimal digits, @ and the number of an entry, as 'ledger verify' prints them");
    }
}
