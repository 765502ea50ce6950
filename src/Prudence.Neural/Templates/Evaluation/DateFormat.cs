using System.Globalization;
using System.Text;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Writes dates by the codes of <c>strftime</c>, with English names.</summary>
internal static class DateFormat
{
    private static readonly Dictionary<char, string> Formats = new()
    {
        ['A'] = "dddd",
        ['a'] = "ddd",
        ['B'] = "MMMM",
        ['b'] = "MMM",
        ['d'] = "dd",
        ['H'] = "HH",
        ['I'] = "hh",
        ['M'] = "mm",
        ['m'] = "MM",
        ['p'] = "tt",
        ['S'] = "ss",
        ['Y'] = "yyyy",
        ['y'] = "yy",
    };

    public static string Write(string format, DateTimeOffset time, Arguments arguments)
    {
        var result = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                result.Append(format[i]);
                continue;
            }

            var code = ++i < format.Length ? format[i] : '\0';
            _ = code switch
            {
                '%' => result.Append('%'),
                '-' when i + 1 < format.Length && format[i + 1] is 'd' or 'm' => result.Append(format[++i] == 'd' ? time.Day : time.Month),
                'j' => result.Append(CultureInfo.InvariantCulture, $"{time.DayOfYear:000}"),
                _ when Formats.TryGetValue(code, out var known) => result.Append(time.ToString(known, CultureInfo.InvariantCulture)),
                _ => throw arguments.Wrong($"does not know the code '%{code}': known are %{string.Join(" %", Formats.Keys.Order())} %j %-d %-m %%"),
            };
        }

        return result.ToString();
    }
}
