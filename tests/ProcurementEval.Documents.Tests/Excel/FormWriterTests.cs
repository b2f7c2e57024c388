using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Documents.Tests.Excel;

public class FormWriterTests
{
    private static readonly FormSheet[] Sheets = [new("合同", [new("编号", IsRequired: true, "合同编号"), new("=金额", IsRequired: false, "元")]), new("付款", [new("期", IsRequired: true, "第几期")])];
    private static readonly FormNotes Notes = new("说明", ["先读这里"], "表", "列", "必填", "填什么", "是", "否");

    [Fact]
    public void Write_IsReadBackSheetBySheet()
    {
        var read = ExcelReader.ReadAll(new MemoryStream(FormWriter.Write("表格", Sheets, Notes)), 100, 100);

        Assert.Equal(["合同", "付款", "说明"], read.Select(s => s.Name));
        Assert.Equal(["编号", "=金额"], Assert.Single(read[0].Rows));
        Assert.Equal([["先读这里"], [], ["表", "列", "必填", "填什么"], ["合同", "编号", "是", "合同编号"], ["合同", "=金额", "否", "元"], ["付款", "期", "是", "第几期"]], read[2].Rows);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(FormWriter.Write("表格", Sheets, Notes), FormWriter.Write("表格", Sheets, Notes));
}
