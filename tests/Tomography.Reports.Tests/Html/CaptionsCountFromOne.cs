using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class CaptionsCountFromOne
{
    [Fact]
    public void Figures_and_tables_are_counted_by_themselves_in_the_order_of_the_page() =>
        Captions.Number("""
            <figcaption data-number="table">A.</figcaption><figcaption data-number="figure">B.</figcaption>
            <figcaption data-number="table"> C.</figcaption>
            """).ShouldBe("""
            <figcaption><b>Table 1.</b> A.</figcaption><figcaption><b>Figure 1.</b> B.</figcaption>
            <figcaption><b>Table 2.</b> C.</figcaption>
            """);

    [Fact]
    public void A_caption_keeps_its_other_attributes() =>
        Captions.Number("<figcaption class=\"wide\" data-number=\"figure\" id=\"x\">A.</figcaption>")
            .ShouldBe("<figcaption class=\"wide\" id=\"x\"><b>Figure 1.</b> A.</figcaption>");

    [Theory]
    [InlineData("<figcaption>A.</figcaption>")]
    [InlineData("<p data-number=\"figure\">A.</p>")]
    [InlineData("&lt;figcaption data-number=&quot;figure&quot;&gt;A.")]
    [InlineData("<figcaption data-number=\"equation\">A.</figcaption>")]
    public void What_is_not_marked_has_no_number(string html) => Captions.Number(html).ShouldBe(html);
}
