using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class PrototypesAreRealStructures
{
    public static TheoryData<string> Names => [.. PrototypeCatalog.All.Select(static p => p.Name)];

    // Published coordination: cations to anions, anions to cations; shells end at 1.25 times the shortest bond.
    [Theory]
    [InlineData("rocksalt", 6, 6)]
    [InlineData("cesium chloride", 8, 8)]
    [InlineData("zincblende", 4, 4)]
    [InlineData("wurtzite", 4, 4)]
    [InlineData("nickel arsenide", 6, 6)]
    [InlineData("fluorite", 8, 4)]
    [InlineData("antifluorite", 4, 8)]
    [InlineData("rutile", 6, 3)]
    [InlineData("anatase", 6, 3)]
    [InlineData("cadmium iodide", 6, 3)]
    [InlineData("high cristobalite", 4, 2)]
    [InlineData("corundum", 6, 4)]
    [InlineData("rhenium trioxide", 6, 2)]
    public void Binary_prototypes_have_their_published_coordination(string name, int cation, int anion)
    {
        var prototype = Named(name);
        Coordination(prototype, SiteRole.A, SiteRole.X).ShouldBe(cation);
        Coordination(prototype, SiteRole.X, SiteRole.A).ShouldBe(anion);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_shell_of_each_cation_has_the_stated_number_of_anions(string name)
    {
        var prototype = Named(name);
        for (var role = 0; role < prototype.Coordination.Length; role++)
            Coordination(prototype, (SiteRole)role, SiteRole.X).ShouldBe(prototype.Coordination[role]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_symmetry_of_every_shape_is_that_of_the_crystal_class_of_its_space_group(string name)
    {
        var prototype = Named(name);
        foreach (var shape in prototype.Shapes)
        {
            var cell = PrototypeCell.Primitive(shape, prototype.Centering);
            CrystalSymmetry.Translations(cell).ShouldBe(1);
            CrystalSymmetry.ClassOrder(cell).ShouldBe(CrystalSymmetry.ExpectedOrder(prototype.SpaceGroupNumber));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sites_are_in_the_proportions_of_the_formula(string name)
    {
        var prototype = Named(name);
        var rule = FormulaRules.Of(prototype.Stoichiometry);
        foreach (var shape in prototype.Shapes)
        foreach (
            var cell in new[]
            {
                PrototypeCell.Primitive(shape, prototype.Centering),
                PrototypeCell.Conventional(shape, prototype.Centering),
            }
        )
        {
            cell.Sites.ShouldAllBe(static s =>
                s.Fractional.X >= 0
                && s.Fractional.X < 1
                && s.Fractional.Y >= 0
                && s.Fractional.Y < 1
                && s.Fractional.Z >= 0
                && s.Fractional.Z < 1);
            foreach (var role in rule.Roles)
                (cell.Sites.Count(s => s.Role == role.Role) * rule.AtomsPerFormula).ShouldBe(role.Count * cell.Sites.Length);
        }
    }

    [Fact]
    public void Every_formula_type_has_a_prototype_and_names_are_unique()
    {
        PrototypeCatalog.All.Select(static p => p.Name).ShouldBeUnique();
        foreach (var stoichiometry in Enum.GetValues<Stoichiometry>())
        {
            FormulaRules.Of(stoichiometry).Stoichiometry.ShouldBe(stoichiometry);
            PrototypeCatalog.All.ShouldContain(p => p.Stoichiometry == stoichiometry);
        }
    }

    [Fact]
    public void Prototypes_cover_all_crystal_systems() =>
        PrototypeCatalog.All.Select(static p => p.System).Distinct().Count().ShouldBe(7);

    private static Prototype Named(string name) => PrototypeCatalog.All.Single(p => p.Name == name);

    // Neighbours in the first shell, averaged over the sites of a role in the middle shape. The shell of BiF3 ends earlier:
    // eight anions are followed by six at 1.15 times their distance.
    private static int Coordination(Prototype prototype, SiteRole from, SiteRole to)
    {
        var reach = prototype.Name == "bismuth fluoride" ? 1.12 : 1.25;
        var cell = PrototypeCell.Primitive(prototype.Shapes[prototype.Shapes.Length / 2], prototype.Centering);
        var centres = Enumerable.Range(0, cell.Sites.Length).Where(i => cell.Sites[i].Role == from).ToArray();
        return (int)
            Math.Round(
                centres.Average(i =>
                {
                    var distances = Enumerable
                        .Range(0, cell.Sites.Length)
                        .Where(j => cell.Sites[j].Role == to)
                        .SelectMany(j => ShapeGeometry.Distances(cell, i, j))
                        .ToArray();
                    return distances.Count(d => d < reach * distances.Min());
                }));
    }
}
