using Tomography.Crystals;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Crystals of any size.</summary>
internal static class Lattices
{
    /// <summary>So many sites along each edge of a cube, of two elements by turns, slightly off their places.</summary>
    public static Crystal Cubic(int edge)
    {
        var random = new Generator(edge, GeneratorPurpose.Split);
        double Place(int i) => (i + 0.1 * random.NextUnit()) / edge;
        return new(
            Lattice.Cubic(3 * edge),
            [
                .. from x in Enumerable.Range(0, edge)
                from y in Enumerable.Range(0, edge)
                from z in Enumerable.Range(0, edge)
                select new Site(new(Place(x), Place(y), Place(z)), (x + y + z) % 2 == 0 ? 11 : 17),
            ]);
    }
}
