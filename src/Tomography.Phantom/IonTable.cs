using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>
/// The ions that fill phantom prototypes. Radii: Shannon, Acta Cryst. A32, 751 (1976), six neighbours, high spin (nitride: four
/// neighbours; phosphide and arsenide, which the table lacks: from the bonds of their tetrahedral compounds). Electronegativities: Pauling.
/// </summary>
internal static class IonTable
{
    /// <summary>Cations by charge; of one element, the first state listed is preferred where a formula allows several.</summary>
    public static ImmutableArray<Ion> Cations { get; } =
    [
        new("Li", 3, 1, 0.76, 0.98, 6.941),
        new("Na", 11, 1, 1.02, 0.93, 22.989769),
        new("K", 19, 1, 1.38, 0.82, 39.0983),
        new("Rb", 37, 1, 1.52, 0.82, 85.4678),
        new("Cs", 55, 1, 1.67, 0.79, 132.90545),
        new("Cu", 29, 1, 0.77, 1.9, 63.546, 10),
        new("Ag", 47, 1, 1.15, 1.93, 107.8682, 10),
        new("Tl", 81, 1, 1.5, 1.62, 204.3833, 10),
        new("Be", 4, 2, 0.45, 1.57, 9.012182),
        new("Mg", 12, 2, 0.72, 1.31, 24.305),
        new("Ca", 20, 2, 1, 1, 40.078),
        new("Sr", 38, 2, 1.18, 0.95, 87.62),
        new("Ba", 56, 2, 1.35, 0.89, 137.327),
        new("Zn", 30, 2, 0.74, 1.65, 65.409, 10),
        new("Cd", 48, 2, 0.95, 1.69, 112.411, 10),
        new("Hg", 80, 2, 1.02, 2, 200.59, 10),
        new("Mn", 25, 2, 0.83, 1.55, 54.938045, 5, 5),
        new("Fe", 26, 2, 0.78, 1.83, 55.845, 6, 4),
        new("Co", 27, 2, 0.745, 1.88, 58.933195, 7, 3),
        new("Ni", 28, 2, 0.69, 1.91, 58.6934, 8, 2),
        new("Cu", 29, 2, 0.73, 1.9, 63.546, 9, 1),
        new("V", 23, 2, 0.79, 1.63, 50.9415, 3, 3),
        new("Cr", 24, 2, 0.8, 1.66, 51.9961, 4, 4),
        new("Ti", 22, 2, 0.86, 1.54, 47.867, 2, 2),
        new("Pb", 82, 2, 1.19, 2.33, 207.2, 10),
        new("Eu", 63, 2, 1.17, 1.2, 151.964, 0, 7),
        new("Yb", 70, 2, 1.02, 1.1, 173.04),
        new("Ge", 32, 2, 0.73, 2.01, 72.64, 10),
        new("Pd", 46, 2, 0.86, 2.2, 106.42, 8, 2),
        new("Pt", 78, 2, 0.8, 2.28, 195.084, 8, 2),
        new("Al", 13, 3, 0.535, 1.61, 26.981539),
        new("Ga", 31, 3, 0.62, 1.81, 69.723, 10),
        new("In", 49, 3, 0.8, 1.78, 114.818, 10),
        new("Sc", 21, 3, 0.745, 1.36, 44.955912),
        new("Y", 39, 3, 0.9, 1.22, 88.90585),
        new("La", 57, 3, 1.032, 1.1, 138.90547),
        new("Ce", 58, 3, 1.01, 1.12, 140.116),
        new("Pr", 59, 3, 0.99, 1.13, 140.90765),
        new("Nd", 60, 3, 0.983, 1.14, 144.242),
        new("Sm", 62, 3, 0.958, 1.17, 150.36),
        new("Eu", 63, 3, 0.947, 1.2, 151.964),
        new("Gd", 64, 3, 0.938, 1.2, 157.25, 0, 7),
        new("Tb", 65, 3, 0.923, 1.1, 158.92535),
        new("Dy", 66, 3, 0.912, 1.22, 162.5),
        new("Ho", 67, 3, 0.901, 1.23, 164.93032),
        new("Er", 68, 3, 0.89, 1.24, 167.259),
        new("Tm", 69, 3, 0.88, 1.25, 168.93421),
        new("Yb", 70, 3, 0.868, 1.1, 173.04),
        new("Lu", 71, 3, 0.861, 1.27, 174.967),
        new("Ti", 22, 3, 0.67, 1.54, 47.867, 1, 1),
        new("V", 23, 3, 0.64, 1.63, 50.9415, 2, 2),
        new("Cr", 24, 3, 0.615, 1.66, 51.9961, 3, 3),
        new("Mn", 25, 3, 0.645, 1.55, 54.938045, 4, 4),
        new("Fe", 26, 3, 0.645, 1.83, 55.845, 5, 5),
        new("Co", 27, 3, 0.61, 1.88, 58.933195, 6, 4),
        new("Ni", 28, 3, 0.6, 1.91, 58.6934, 7, 3),
        new("Mo", 42, 3, 0.69, 2.16, 95.94, 3, 3),
        new("Nb", 41, 3, 0.72, 1.6, 92.90638, 2, 2),
        new("Ta", 73, 3, 0.72, 1.5, 180.94788, 2, 2),
        new("Ru", 44, 3, 0.68, 2.2, 101.07, 5, 5),
        new("Rh", 45, 3, 0.665, 2.28, 102.9055, 6, 4),
        new("Ir", 77, 3, 0.68, 2.2, 192.217, 6, 4),
        new("Bi", 83, 3, 1.03, 2.02, 208.9804, 10),
        new("Sb", 51, 3, 0.76, 2.05, 121.76, 10),
        new("Tl", 81, 3, 0.885, 1.62, 204.3833, 10),
        new("Si", 14, 4, 0.4, 1.9, 28.0855),
        new("Ge", 32, 4, 0.53, 2.01, 72.64, 10),
        new("Sn", 50, 4, 0.69, 1.96, 118.71, 10),
        new("Pb", 82, 4, 0.775, 2.33, 207.2, 10),
        new("Ti", 22, 4, 0.605, 1.54, 47.867),
        new("Zr", 40, 4, 0.72, 1.33, 91.224),
        new("Hf", 72, 4, 0.71, 1.3, 178.49),
        new("V", 23, 4, 0.58, 1.63, 50.9415, 1, 1),
        new("Cr", 24, 4, 0.55, 1.66, 51.9961, 2, 2),
        new("Mn", 25, 4, 0.53, 1.55, 54.938045, 3, 3),
        new("Mo", 42, 4, 0.65, 2.16, 95.94, 2, 2),
        new("W", 74, 4, 0.66, 2.36, 183.84, 2, 2),
        new("Nb", 41, 4, 0.68, 1.6, 92.90638, 1, 1),
        new("Ta", 73, 4, 0.68, 1.5, 180.94788, 1, 1),
        new("Ru", 44, 4, 0.62, 2.2, 101.07, 4, 4),
        new("Rh", 45, 4, 0.6, 2.28, 102.9055, 5, 5),
        new("Pd", 46, 4, 0.615, 2.2, 106.42, 6, 4),
        new("Re", 75, 4, 0.63, 1.9, 186.207, 3, 3),
        new("Os", 76, 4, 0.63, 2.2, 190.23, 4, 4),
        new("Ir", 77, 4, 0.625, 2.2, 192.217, 5, 5),
        new("Pt", 78, 4, 0.625, 2.28, 195.084, 6, 4),
        new("Ce", 58, 4, 0.87, 1.12, 140.116),
        new("Th", 90, 4, 0.94, 1.3, 232.03806),
        new("U", 92, 4, 0.89, 1.38, 238.02891),
        new("V", 23, 5, 0.54, 1.63, 50.9415),
        new("Nb", 41, 5, 0.64, 1.6, 92.90638),
        new("Ta", 73, 5, 0.64, 1.5, 180.94788),
        new("Mo", 42, 5, 0.61, 2.16, 95.94, 1, 1),
        new("W", 74, 5, 0.62, 2.36, 183.84, 1, 1),
        new("Sb", 51, 5, 0.6, 2.05, 121.76, 10),
        new("Ru", 44, 5, 0.565, 2.2, 101.07, 3, 3),
        new("Re", 75, 5, 0.58, 1.9, 186.207, 2, 2),
        new("Bi", 83, 5, 0.76, 2.02, 208.9804, 10),
        new("U", 92, 5, 0.76, 1.38, 238.02891),
        new("Cr", 24, 6, 0.44, 1.66, 51.9961),
        new("Mo", 42, 6, 0.59, 2.16, 95.94),
        new("W", 74, 6, 0.6, 2.36, 183.84),
        new("Re", 75, 6, 0.55, 1.9, 186.207, 1, 1),
        new("U", 92, 6, 0.73, 1.38, 238.02891),
    ];

    /// <summary>Simple anions.</summary>
    public static ImmutableArray<Ion> Anions { get; } =
    [
        new("F", 9, -1, 1.33, 3.98, 18.998403),
        new("Cl", 17, -1, 1.81, 3.16, 35.453),
        new("Br", 35, -1, 1.96, 2.96, 79.904),
        new("I", 53, -1, 2.2, 2.66, 126.90447),
        new("O", 8, -2, 1.4, 3.44, 15.9994),
        new("S", 16, -2, 1.84, 2.58, 32.065),
        new("Se", 34, -2, 1.98, 2.55, 78.96),
        new("Te", 52, -2, 2.21, 2.1, 127.6),
        new("N", 7, -3, 1.46, 3.04, 14.0067),
        new("P", 15, -3, 1.89, 2.19, 30.973762),
        new("As", 33, -3, 1.98, 2.18, 74.9216),
    ];

    /// <summary>An oxygen atom of O2(2-).</summary>
    public static Ion PeroxideOxygen { get; } = new("O", 8, -1, 1.4, 3.44, 15.9994);

    /// <summary>An oxygen atom of O2(-).</summary>
    public static Ion SuperoxideOxygen { get; } = new("O", 8, -0.5, 1.4, 3.44, 15.9994);

    /// <summary>An oxygen atom of O3(-).</summary>
    public static Ion OzonideOxygen { get; } = new("O", 8, -1.0 / 3, 1.4, 3.44, 15.9994);

    /// <summary>The oxygen atom of OH(-).</summary>
    public static Ion HydroxideOxygen { get; } = new("O", 8, -1.25, 1.37, 3.44, 15.9994);

    /// <summary>The hydrogen atom of OH(-).</summary>
    public static Ion HydroxideHydrogen { get; } = new("H", 1, 0.25, 0.3, 2.2, 1.00794);

    /// <summary>The anion of a symbol.</summary>
    /// <exception cref="ArgumentException">There is no such anion.</exception>
    public static Ion Anion(string symbol) =>
        Anions.FirstOrDefault(i => i.Symbol == symbol)
        ?? throw new ArgumentException(
            $"'{symbol}' is no anion of the phantom; known are {string.Join(", ", Anions.Select(static i => i.Symbol))}.",
            nameof(symbol));
}
