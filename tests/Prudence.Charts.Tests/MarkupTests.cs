using Prudence.Charts;

namespace Prudence.Charts.Tests;

public class MarkupTests
{
    [Fact]
    public void Text_and_attributes_are_escaped()
    {
        using var markup = new Markup();
        markup.Leaf("p", "a < b & \u0001 <script>", ("title", "\"quoted\" & <b>"));

        Assert.Equal("<p title=\"&quot;quoted&quot; &amp; &lt;b&gt;\">a &lt; b &amp; ? &lt;script&gt;</p>", markup.ToString());
    }

    [Fact]
    public void Elements_of_HTML_get_an_end_tag_and_void_ones_do_not()
    {
        using var markup = new Markup();
        markup.Open("div");
        markup.Leaf("td", "");
        markup.Void("br");
        markup.Close();

        Assert.Equal("<div>\n <td></td>\n <br />\n</div>", markup.ToString());
    }

    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(0.126, "0.13")]
    [InlineData(-2.5, "-2.5")]
    public void Numbers_are_short(double number, string text) => Assert.Equal(text, Markup.Number(number));
}
