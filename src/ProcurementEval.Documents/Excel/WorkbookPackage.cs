using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Mends what ClosedXML leaves to chance or leaves out: random part names and ids, times, order, and the values that formulas come to.</summary>
internal static class WorkbookPackage
{
    private const string CoreName = "docProps/core.xml";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Elements = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static byte[] Mend(Stream stream, Document document, IReadOnlyDictionary<(string Sheet, string Address), decimal> results)
    {
        var parts = ZipPackage.Read(stream);
        foreach (var name in parts.Keys.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)).ToList())
        {
            parts.Remove(name);
        }

        parts[CoreName] = Bytes(CoreProperties(document));
        Edit(parts, "_rels/.rels", FixRelationships);
        Edit(parts, "[Content_Types].xml", FixContentTypes);
        Edit(parts, "xl/workbook.xml", FixPrintTitles);
        foreach (var (sheet, name) in Sheets(parts))
        {
            Edit(parts, name, xml => FixSheet(xml, sheet, results));
        }

        using var mended = new MemoryStream();
        ZipPackage.Write(parts, mended);
        return mended.ToArray();
    }

    private static void Edit(SortedDictionary<string, byte[]> parts, string name, Action<XElement> edit)
    {
        var xml = Parse(parts[name]);
        edit(xml);
        parts[name] = Bytes(xml);
    }

    private static void FixRelationships(XElement relationships)
    {
        var number = 0;
        foreach (var relationship in relationships.Elements())
        {
            relationship.SetAttributeValue("Id", string.Create(CultureInfo.InvariantCulture, $"rId{++number}"));
            if (relationship.Attribute("Target")!.Value.EndsWith(".psmdcp", StringComparison.Ordinal))
            {
                relationship.SetAttributeValue("Target", "/" + CoreName);
            }
        }
    }

    private static void FixContentTypes(XElement types)
    {
        types.Elements().Where(type => type.Attribute("Extension")?.Value == "psmdcp"
            || (type.Attribute("PartName")?.Value.EndsWith(".psmdcp", StringComparison.Ordinal) ?? false)).Remove();
        types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + CoreName), new XAttribute("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")));
    }

    // ClosedXML writes the rows to repeat as relative and the sheet's name bare; only 'name'!$18:$18 is read by every program.
    private static void FixPrintTitles(XElement workbook)
    {
        var names = workbook.Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value).ToList();
        foreach (var title in workbook.Descendants(Main + "definedName").Where(name => name.Attribute("name")?.Value == "_xlnm.Print_Titles"))
        {
            var rows = title.Value[(title.Value.LastIndexOf('!') + 1)..].Replace("$", string.Empty, StringComparison.Ordinal).Split(':');
            var sheet = names[(int)title.Attribute("localSheetId")!].Replace("'", "''", StringComparison.Ordinal);
            title.Value = $"'{sheet}'!${rows[0]}:${rows[1]}";
        }
    }

    private static void FixSheet(XElement sheet, string name, IReadOnlyDictionary<(string Sheet, string Address), decimal> results)
    {
        foreach (var cell in sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null))
        {
            cell.Elements(Main + "v").Remove();
            // 7 and 7.00 are one figure and one text.
            cell.Add(new XElement(Main + "v", results[(name, cell.Attribute("r")!.Value)].ToString("0.############", CultureInfo.InvariantCulture)));
        }

        if (sheet.Element(Main + "cols") is { } columns)
        {
            columns.ReplaceNodes(columns.Elements().OrderBy(column => (int)column.Attribute("min")!).ToList());
        }
    }

    private static List<(string Sheet, string Part)> Sheets(SortedDictionary<string, byte[]> parts)
    {
        var targets = Parse(parts["xl/_rels/workbook.xml.rels"]).Elements(Package + "Relationship")
            .ToDictionary(relationship => relationship.Attribute("Id")!.Value, relationship => relationship.Attribute("Target")!.Value.TrimStart('/'));
        return [.. Parse(parts["xl/workbook.xml"]).Descendants(Main + "sheet")
            .Select(sheet => (sheet.Attribute("name")!.Value, targets[sheet.Attribute(Office + "id")!.Value]))];
    }

    private static XElement CoreProperties(Document document)
    {
        var created = document.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Elements + "title", SafeText.Of(document.Title)),
            new XElement(Elements + "creator", "ProcurementEval"),
            new XElement(Terms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), created),
            new XElement(Terms + "modified", new XAttribute(Instance + "type", "dcterms:W3CDTF"), created));
    }

    private static XElement Parse(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Bytes(XElement xml) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" + xml.ToString(SaveOptions.DisableFormatting));
}
