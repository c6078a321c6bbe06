using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>
/// What the energy of a shape needs, taken once for all fillings: charges enter the Ewald energy as a quadratic form over
/// roles, and everything scales with the first edge a of the conventional cell.
/// </summary>
/// <param name="Prototype">The prototype.</param>
/// <param name="Shape">The shape.</param>
/// <param name="FormulasPerCell">Formula units in the primitive cell.</param>
/// <param name="Madelung">
/// Per pair of roles, half the sum of the potentials between their sites in the primitive cell, times a; pairs within a molecular anion
/// left out.
/// </param>
/// <param name="CationAnion">Per cation role, its shortest distance to an anion, in units of a.</param>
/// <param name="AnionAnion">Shortest distance between anions, in units of a; infinite where anions are molecules.</param>
public sealed record ShapeGeometry(
    Prototype Prototype,
    PrototypeShape Shape,
    int FormulasPerCell,
    double[,] Madelung,
    ImmutableArray<double> CationAnion,
    double AnionAnion)
{
    // Bonds within molecular anions are shorter than this share of the bonds to cations, all other distances longer.
    private const double MoleculeReach = 0.88;

    /// <summary>Computes the geometry of a shape.</summary>
    public static ShapeGeometry Of(Prototype prototype, PrototypeShape shape)
    {
        var rule = FormulaRules.Of(prototype.Stoichiometry);
        var cell = PrototypeCell.Primitive(shape, prototype.Centering);
        var roles = cell.Sites.Select(s => RoleIndex(rule, s.Role)).ToArray();
        var contacts = Enumerable.Repeat(double.PositiveInfinity, rule.Roles.Count(static r => r.IsCation)).ToArray();
        var anions = double.PositiveInfinity;
        for (var i = 0; i < roles.Length; i++)
        for (var j = 0; j < roles.Length; j++)
        {
            if (rule.Roles[roles[j]].Role != SiteRole.X) continue;
            var nearest = Distances(cell, i, j).Min();
            if (rule.Roles[roles[i]].IsCation) contacts[roles[i]] = Math.Min(contacts[roles[i]], nearest);
            else if (!rule.IsMolecular) anions = Math.Min(anions, nearest);
        }

        var potentials = EwaldSum.Potentials(cell.UnitLattice, [.. cell.Sites.Select(static s => s.Fractional)]);
        var madelung = new double[rule.Roles.Length, rule.Roles.Length];
        for (var i = 0; i < roles.Length; i++)
        for (var j = 0; j < roles.Length; j++)
        {
            var potential = potentials[i, j];
            if (rule.IsMolecular && !rule.Roles[roles[i]].IsCation && !rule.Roles[roles[j]].IsCation)
                potential -= Distances(cell, i, j).Where(d => d < MoleculeReach * contacts[0]).Sum(static d => 1 / d);
            madelung[roles[i], roles[j]] += potential / 2;
        }

        return new(prototype, shape, roles.Length / rule.AtomsPerFormula, madelung, [.. contacts], anions);
    }

    /// <summary>Distances from a site to another and its images in the 125 cells around, the site itself left out.</summary>
    public static IEnumerable<double> Distances(PrototypeCell cell, int i, int j)
    {
        var difference = cell.Sites[j].Fractional - cell.Sites[i].Fractional;
        for (var a = -2; a <= 2; a++)
        for (var b = -2; b <= 2; b++)
        for (var c = -2; c <= 2; c++)
        {
            var distance = cell.UnitLattice.ToCartesian(difference + new Vector3(a, b, c)).Length;
            if (distance > 1e-6) yield return distance;
        }
    }

    private static int RoleIndex(FormulaRule rule, SiteRole role)
    {
        for (var i = 0; i < rule.Roles.Length; i++)
            if (rule.Roles[i].Role == role)
                return i;
        throw new InvalidOperationException($"{rule.Stoichiometry} has no role {role}, but a prototype of it has.");
    }
}
