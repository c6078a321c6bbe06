using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Learning.Tests;

public class FoldingFactorsAreCounted
{
    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void The_factors_compare_folded_graphs_with_those_of_all_sites(string name)
    {
        var representation = new Representation(name);
        var folded = new PhantomCrystals(50, representation, folded: true);
        var plain = new PhantomCrystals(50, representation, folded: false);
        FoldingFactors
            .Of(folded.Packed)
            .ShouldBe(
                new(
                    plain.Graphs.Sum(g => g.NodeCount),
                    folded.Graphs.Sum(g => g.NodeCount),
                    plain.Graphs.Sum(g => g.BondTotal),
                    folded.Graphs.Sum(g => g.BondTotal)));
        FoldingFactors.Of(plain.Packed).SiteFactor.ShouldBe(1);
        FoldingFactors.Of(folded.Packed).SiteFactor.ShouldBeGreaterThan(2);
    }
}
