using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class PhantomsOfFewFormulas(PhantomTestModel shared) : IClassFixture<PhantomTestModel>
{
    private static readonly PhantomSettings Families = new(600, 7)
    {
        Formulas = 30, FormulaTypes = [Stoichiometry.ABX3, Stoichiometry.A2BX4], RandomProperties = 2,
    };

    private readonly PhantomModel _model = shared.Model;

    [Fact]
    public void Materials_share_the_formulas_in_turn()
    {
        var formulas = PhantomGenerator.Generate(_model, Families).Select(FormulaOf).ToArray();
        formulas.Distinct().Count().ShouldBe(30);
        formulas.ShouldBe(Enumerable.Range(0, 600).Select(k => formulas[k % 30]));
    }

    [Fact]
    public void Formulas_are_of_the_types_that_were_asked_for() =>
        PhantomGenerator.Generate(_model, Families).Select(m => m.Formula.Sum(p => p.Count)).Distinct().Order().ShouldBe([5, 7]);

    [Fact]
    public void Materials_of_one_formula_differ_in_prototype_and_cell()
    {
        foreach (var formula in PhantomGenerator.Generate(_model, Families).GroupBy(FormulaOf))
        {
            formula.Select(m => m.Prototype).Distinct().Count().ShouldBeGreaterThan(1, formula.Key);
            formula.Select(m => m.Properties.NumberOfSites).Distinct().Count().ShouldBeGreaterThan(2, formula.Key);
        }
    }

    [Fact]
    public void A_smaller_one_is_the_beginning_of_a_larger_one() =>
        PhantomGenerator.Generate(_model, Families with { Materials = 100 }).Select(PhantomText.Of)
            .ShouldBe(PhantomGenerator.Generate(_model, Families).Take(100).Select(PhantomText.Of));

    [Fact]
    public void Planted_numbers_are_uniform_and_independent_of_each_other()
    {
        var planted = PhantomGenerator.Generate(_model, Families).Select(m => m.Planted).ToArray();
        foreach (var n in new[] { 0, 1 })
        {
            planted.Average(p => p[n]).ShouldBe(0.5, 0.05);
            planted.Min(p => p[n]).ShouldBeInRange(0, 0.02);
            planted.Max(p => p[n]).ShouldBeInRange(0.98, 1);
        }

        // The mean product of independent uniform numbers is 1/4; its standard error here 0.009.
        planted.Average(p => p[0] * p[1]).ShouldBe(0.25, 0.04);
    }

    [Fact]
    public void More_formulas_than_a_type_has_are_refused() =>
        Should.Throw<ArgumentException>(() => PhantomGenerator.Generate(
                _model, new(100, 7) { Formulas = 60, FormulaTypes = [Stoichiometry.AlkaliHydroxide] }))
            .Message.ShouldContain("only 5 formulas");

    [Fact]
    public void Every_setting_changes_the_key()
    {
        PhantomSettings[] all =
        [
            Families, Families with { Materials = 601 }, Families with { Seed = 8 }, Families with { Formulas = 31 },
            Families with { Formulas = null }, Families with { FormulaTypes = [] }, Families with { RandomProperties = 0 },
        ];
        all.Select(s => s.Key).Distinct().Count().ShouldBe(all.Length);
        all.Distinct().Count().ShouldBe(all.Length);
        (Families with { FormulaTypes = [.. Families.FormulaTypes] }).ShouldBe(Families);
    }

    private static string FormulaOf(PhantomMaterial material) => string.Join(' ', material.Formula);
}
