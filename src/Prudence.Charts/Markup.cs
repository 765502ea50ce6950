using System.Globalization;
using System.Text;
using System.Xml;

namespace Prudence.Charts;

/// <summary>Writes HTML with SVG in it, or SVG alone, element by element; what is text stays text, whatever characters it has.</summary>
public sealed class Markup : IDisposable
{
    private readonly StringBuilder text = new();
    private readonly XmlWriter writer;

    /// <summary>An empty page.</summary>
    public Markup() => writer = XmlWriter.Create(text, new XmlWriterSettings
    {
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Fragment,
        NewLineChars = "\n",
        Indent = true,
        IndentChars = " ",
    });

    /// <summary>Number with at most two decimals, as attributes need it.</summary>
    public static string Number(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the document type of HTML 5.</summary>
    public void DocumentType() => writer.WriteRaw("<!DOCTYPE html>\n");

    /// <summary>Opens a picture that may stand alone as an SVG file.</summary>
    public void OpenPicture(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        WriteAttributes(attributes);
    }

    /// <summary>Opens an element.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name);
        WriteAttributes(attributes);
    }

    /// <summary>Closes the element opened last. HTML wants an end tag even where there is nothing in between.</summary>
    public void Close() => writer.WriteFullEndElement();

    /// <summary>Writes text.</summary>
    public void Text(string value) => writer.WriteString(Clean(value));

    /// <summary>Writes an element that contains only text.</summary>
    public void Leaf(string name, string value, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        Text(value);
        Close();
    }

    /// <summary>Writes an element that is never closed in HTML, or a shape of SVG.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        writer.WriteEndElement();
    }

    /// <summary>Writes text of our own that must not be changed, such as a style sheet.</summary>
    public void Raw(string value) => writer.WriteRaw(value);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <inheritdoc/>
    public override string ToString()
    {
        writer.Flush();
        return text.ToString();
    }

    private void WriteAttributes(ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (attribute, value) in attributes)
        {
            writer.WriteAttributeString(attribute, Clean(value));
        }
    }

    // Some characters have no place in a page, not even escaped.
    private static string Clean(string value) =>
        value.All(XmlConvert.IsXmlChar) ? value : string.Concat(value.Select(static c => XmlConvert.IsXmlChar(c) ? c : '?'));
}
