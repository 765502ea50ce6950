using System.Text;

namespace Prudence.Budgeting.Tests;

public class ResidentMemoryTests
{
    [Theory]
    [InlineData("5120 1280 640 2 0 900 0\n", 1280)]
    [InlineData("1 9007199254740993", 9_007_199_254_740_993)]
    public void The_second_number_counts_the_pages(string line, long pages)
    {
        Assert.True(ResidentMemory.TryParse(Encoding.ASCII.GetBytes(line), out var read));
        Assert.Equal(pages, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5120")]
    [InlineData("5120 ")]
    [InlineData("5120 many")]
    public void Other_lines_are_not_understood(string line) => Assert.False(ResidentMemory.TryParse(Encoding.ASCII.GetBytes(line), out _));

    [Fact]
    public void Agrees_with_the_framework()
    {
        var (framework, ours) = (Environment.WorkingSet, ResidentMemory.Read());

        Assert.InRange(ours, framework / 2, framework * 2);
    }
}
