using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class PhantomsAreMadeAsStated(PhantomTestModel shared) : IClassFixture<PhantomTestModel>
{
    private const ulong Seed = 7;

    private static readonly FormulaPool _pool = new(new(1, Seed));

    private readonly PhantomModel _model = shared.Model;

    // Changes with every intended change of the generator, and must not change otherwise.
    [Fact]
    public void The_first_fifty_materials_of_a_seed_are_the_same_bytes_everywhere()
    {
        var text = string.Join('\n', PhantomGenerator.Generate(50, Seed).Select(PhantomText.Of));
        Convert
            .ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
            .ShouldBe("afc502d328348cb853ad6bdb5f7649173b852b102c67c0efe8ad6951607f191c");
    }

    [Fact]
    public void A_smaller_phantom_is_the_beginning_of_a_larger_one()
    {
        var larger = PhantomGenerator.Generate(_model, new(400, Seed)).Take(100).Select(PhantomText.Of);
        PhantomGenerator.Generate(_model, new(100, Seed)).Select(PhantomText.Of).ShouldBe(larger);
    }

    [Fact]
    public void Another_seed_gives_other_materials() =>
        PhantomText.Of(Material(8)).ShouldNotBe(PhantomText.Of(Material(7)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_size_out_of_range_is_refused(int materials) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => PhantomGenerator.Generate(_model, new(materials, Seed)))
            .Message.ShouldContain("1 to 100000");

    [Fact]
    public void Properties_of_five_thousand_materials_are_finite_and_in_range()
    {
        foreach (var (name, least, most, value) in Ranges())
        foreach (var material in Many())
        {
            var number = value(material.Properties);
            double.IsFinite(number).ShouldBeTrue($"{name} of {material.Id}");
            number.ShouldBeInRange(least, most, $"{name} of {material.Id} ({material.Prototype})");
        }
    }

    [Fact]
    public void Every_material_of_a_large_phantom_is_distinct() =>
        Many().Select(static m => (m.Prototype, m.Crystal.Lattice, m.Crystal.Sites.Length)).Distinct().Count().ShouldBe(Many().Length);

    // [T] has 59 percent.
    [Theory]
    [InlineData(7UL)]
    [InlineData(123UL)]
    [InlineData(2026UL)]
    public void Between_a_third_and_four_fifths_of_formulas_are_unique(ulong seed)
    {
        var counts = PhantomGenerator.Generate(_model, new(400, seed)).CountBy(FormulaOf).Count(static c => c.Value == 1);
        (counts / 400.0).ShouldBeInRange(0.3, 0.8);
    }

    [Theory]
    [InlineData(7UL)]
    [InlineData(123UL)]
    [InlineData(2026UL)]
    public void Four_hundred_materials_show_the_classes_that_occur_in_nature(ulong seed)
    {
        var properties = PhantomGenerator.Generate(_model, new(400, seed)).Select(static m => m.Properties).ToArray();
        var oxides = properties.Select(static p => p.Oxide).ToHashSet();
        new[] { OxideType.None, OxideType.Oxide, OxideType.Peroxide, OxideType.Hydroxide, OxideType.Superoxide }.ShouldBeSubsetOf(oxides);
        properties.Select(static p => p.System).Distinct().Count().ShouldBe(7);
        properties.Select(static p => p.IsHubbard).Distinct().Count().ShouldBe(2);
        properties.Count(static p => p.BandGapEv == 0).ShouldBeInRange(80, 240);
        properties.Average(static p => p.NumberOfSites).ShouldBeInRange(8, 18);
    }

    // Composition decides these two, polymorphs share them.
    [Fact]
    public void Polymorphs_agree_in_what_composition_decides_and_differ_in_what_structure_decides()
    {
        var polymorphs = Many().GroupBy(FormulaOf).Where(static g => g.Select(static m => m.Prototype).Distinct().Count() > 1).ToArray();
        polymorphs.Length.ShouldBeGreaterThan(300);
        polymorphs.ShouldAllBe(static g => g.Select(static m => m.Properties.IsHubbard).Distinct().Count() == 1);
        polymorphs.ShouldAllBe(static g => g.Select(static m => m.Properties.Oxide).Distinct().Count() == 1);
        polymorphs.ShouldAllBe(static g => g.Select(static m => m.Properties.DensityGramPerCm3).Distinct().Count() > 1);
    }

    // What the default experiment rests on: within a formula these vary, within a formula and a space group they hardly do.
    [Fact]
    public void The_space_group_tells_most_of_what_composition_leaves_open()
    {
        foreach (var (name, least, value) in new (string, double, Func<PhantomProperties, double>)[]
        {
            ("band gap", 0.4, static p => p.BandGapEv),
            ("density", 0.4, static p => p.DensityGramPerCm3),
            ("e above hull", 0.1, static p => p.EnergyAboveHullEv),
            ("energy per atom", 0.1, static p => p.EnergyPerAtomEv),
        })
        {
            var open = Spread(static m => FormulaOf(m), value);
            open.ShouldBeGreaterThan(least, name);
            Spread(static m => $"{FormulaOf(m)} {m.Properties.SpaceGroupNumber}", value).ShouldBeLessThan(open / 3, name);
        }
    }

    [Fact]
    public void The_number_of_sites_varies_where_formula_and_prototype_do_not() =>
        Spread(static m => $"{FormulaOf(m)} {m.Prototype}", static p => p.NumberOfSites).ShouldBeGreaterThan(5);

    // E-above-hull is rounded to 1e-4 eV, hence the tolerance.
    [Fact]
    public void The_ground_state_lies_on_the_hull_and_all_else_above_it_by_its_excess_energy()
    {
        var onHull = 0;
        foreach (var (material, index) in Many().Select(static (m, i) => (m, i)))
        {
            var ground = _model.GroundState(_pool.Of(index)).EnergyPerAtomEv;
            var excess = material.Properties.EnergyPerAtomEv - ground;
            excess.ShouldBeGreaterThan(-1e-8);
            material.Properties.EnergyAboveHullEv.ShouldBe(excess, 5.1e-5);
            if (excess > 4.9e-5) continue;
            material.Properties.EnergyAboveHullEv.ShouldBe(0);
            onHull++;
        }

        onHull.ShouldBeGreaterThan(Many().Length / 20);
    }

    [Fact]
    public void All_materials_of_a_formula_lie_above_one_hull()
    {
        foreach (var group in Many().GroupBy(FormulaOf))
        {
            var hulls = group.Select(static m => m.Properties.EnergyPerAtomEv - m.Properties.EnergyAboveHullEv).ToArray();
            (hulls.Max() - hulls.Min()).ShouldBeLessThan(1.1e-4, group.Key);
        }
    }

    [Fact]
    public void Crystals_of_any_seed_are_neutral_of_modest_size_and_without_atoms_in_one_place() =>
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
        {
            foreach (var material in PhantomGenerator.Generate(_model, new(10, seed)))
            {
                var crystal = material.Crystal;
                crystal.IsOrdered.ShouldBeTrue();
                crystal.Sites.Length.ShouldBeInRange(2, PhantomGenerator.MaximumSites);
                crystal.Sites.Sum(static s => s.Occupants[0].OxidationState!.Value).ShouldBe(0, 1e-9);
                ClosestDistance(crystal).ShouldBeGreaterThan(1, $"{material.Id} ({material.Prototype}, {FormulaOf(material)})");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cell_properties_follow_from_the_crystal_for_any_seed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
        {
            foreach (var material in PhantomGenerator.Generate(_model, new(10, seed)))
            {
                var p = material.Properties;
                p.NumberOfSites.ShouldBe(material.Crystal.Sites.Length);
                // Ten digits are kept.
                p.VolumeCubicAngstrom.ShouldBe(material.Crystal.Lattice.Volume, 1e-9 * p.VolumeCubicAngstrom);
                p.EnergyEv.ShouldBe(p.EnergyPerAtomEv * p.NumberOfSites, 2e-9 * Math.Abs(p.EnergyEv));
                var atoms = material.Crystal.Sites.CountBy(static s => s.Occupants[0].AtomicNumber).ToDictionary();
                var formulas = atoms.Values.Sum() / material.Formula.Sum(static f => f.Count);
                foreach (var piece in material.Formula) atoms[piece.AtomicNumber].ShouldBe(piece.Count * formulas);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_formula_reads_the_same_whichever_material_has_it()
    {
        var fillings = Enumerable.Range(0, 5000).Select(static k => _pool.Of(k)).ToArray();
        fillings.ShouldAllBe(static f => Math.Abs(f.Charge) < 1e-9);
        foreach (var group in fillings.GroupBy(static f => string.Join(' ', f.Formula())))
            group.Select(static f => string.Join(' ', f.Ions)).Distinct().Count().ShouldBe(1, group.Key);
    }

    private PhantomMaterial Material(ulong seed) => PhantomGenerator.Generate(_model, new(1, seed))[0];

    // Root mean square distance from the mean of the group, over groups of at least two.
    private double Spread(Func<PhantomMaterial, string> group, Func<PhantomProperties, double> value)
    {
        var groups = Many()
            .GroupBy(group, m => value(m.Properties))
            .Select(static g => g.ToArray())
            .Where(static g => g.Length > 1)
            .ToArray();
        return Math.Sqrt(groups.Sum(static g => g.Sum(x => (x - g.Average()) * (x - g.Average()))) / groups.Sum(static g => g.Length));
    }

    private static string FormulaOf(PhantomMaterial material) =>
        string.Join(' ', material.Formula.Select(static p => $"{p.Symbol}{p.Count}"));

    private static IEnumerable<(string Name, double Least, double Most, Func<PhantomProperties, double> Value)> Ranges() =>
    [
        ("band gap", 0, 16, static p => p.BandGapEv),
        ("density", 0.4, 25, static p => p.DensityGramPerCm3),
        ("e above hull", 0, 3, static p => p.EnergyAboveHullEv),
        ("energy", -700, -2, static p => p.EnergyEv),
        ("energy per atom", -11, -1, static p => p.EnergyPerAtomEv),
        ("formation energy per atom", -9, 1.5, static p => p.FormationEnergyPerAtomEv),
        ("number of sites", 2, 60, static p => p.NumberOfSites),
        ("total magnetization", 0, 25, static p => p.TotalMagnetization),
        ("volume", 10, 10_000, static p => p.VolumeCubicAngstrom),
        ("is hubbard", 0, 1, static p => p.IsHubbard ? 1 : 0),
        ("oxide type", 0, 5, static p => (double)p.Oxide),
        ("crystal system", 0, 6, static p => (double)p.System),
        ("space group", 1, 230, static p => p.SpaceGroupNumber),
    ];

    private static double ClosestDistance(Crystal crystal)
    {
        var cell = new PrototypeCell(crystal.Lattice, [.. crystal.Sites.Select(static s => new PrototypeSite(SiteRole.X, s.Fractional))]);
        return Enumerable
            .Range(0, cell.Sites.Length)
            .Min(i => Enumerable.Range(0, i + 1).Min(j => ShapeGeometry.Distances(cell, i, j).Min()));
    }

    private ImmutableArray<PhantomMaterial> Many() => shared.FiveThousand;
}
