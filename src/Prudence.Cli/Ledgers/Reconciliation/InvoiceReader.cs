using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Reads an invoice line by line. It comes from elsewhere: its size is bounded, and what is wrong is told with its line.</summary>
internal sealed class InvoiceReader(string path, InvoiceColumns columns, TimeZoneInfo timeZone, char delimiter)
{
    private const long LargestFile = 256 * 1024 * 1024;
    private const int LargestField = 10_000;
    private const int MostColumns = 1_000;

    /// <exception cref="UserErrorException">The file cannot be read, or is not what it should be.</exception>
    public IEnumerable<InvoiceLine> Read()
    {
        using var text = Open();
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = true,
            MaxFieldSize = LargestField,
            BadDataFound = bad => throw Fail(bad.Context.Parser!.RawRow, "a quotation mark stands where none may be", "a text with quotation marks is put into quotation marks, and those in it are doubled"),
        });
        var header = Next(parser) ?? throw Fail(1, "the file is empty", "its first line names the columns");
        if (header.Length > MostColumns)
        {
            throw Fail(1, $"there are more than {MostColumns} columns");
        }

        var row = new InvoiceRow(path, header, columns, timeZone);
        while (Next(parser) is { } cells)
        {
            yield return cells.Length == header.Length
                ? row.Read(parser.RawRow, cells)
                : throw Fail(parser.RawRow, $"expected {header.Length} cells as in the first line, found {cells.Length}", "cells with a comma or a line break in them stand in quotation marks");
        }
    }

    private string[]? Next(CsvParser parser)
    {
        try
        {
            return parser.Read() ? parser.Record : null;
        }
        catch (MaxFieldSizeException)
        {
            throw Fail(parser.RawRow, $"a cell has more than {LargestField} characters", "a quotation mark may lack its counterpart");
        }
    }

    private StreamReader Open()
    {
        InputFile.CheckReadable(path);
        return new FileInfo(path).Length <= LargestFile
            ? new StreamReader(path)
            : throw new UserErrorException(ExitCode.BadFile, $"{path}: the file is larger than {LargestFile / 1024 / 1024} MiB", "export a shorter time, or by day instead of by request");
    }

    private UserErrorException Fail(long line, string message, string? hint = null) => new(ExitCode.BadFile, $"{path}:{line}: {message}", hint);
}
