namespace Tomography.Crystals;

/// <summary>What lengths and angles the cell of a setting has, in words.</summary>
internal static class CellShape
{
    public static string Of(SpaceGroupSetting setting) => setting.Number switch
    {
        <= 2 => "any lengths and angles",
        <= 15 => $"two angles of 90 ({RightAngles(setting.UniqueAxis)})",
        <= 74 => "three angles of 90",
        <= 142 => "a = b and three angles of 90",
        <= 194 when setting.Choice == "R" => "a = b = c and three equal angles",
        <= 194 => "a = b, alpha and beta of 90, and gamma of 120",
        _ => "a = b = c and three angles of 90",
    };

    public static string Of(Lattice lattice) => FormattableString.Invariant(
        $"{lattice.A.Length:0.####}, {lattice.B.Length:0.####}, {lattice.C.Length:0.####} angstrom and ")
        + FormattableString.Invariant(
            $"{Angle(lattice.B, lattice.C):0.###}, {Angle(lattice.A, lattice.C):0.###}, {Angle(lattice.A, lattice.B):0.###} degrees");

    private static string RightAngles(char? uniqueAxis) => uniqueAxis switch
    {
        'a' => "beta and gamma",
        'c' => "alpha and beta",
        _ => "alpha and gamma",
    };

    private static double Angle(Vector3 p, Vector3 q) => Math.Acos(Vector3.Dot(p, q) / (p.Length * q.Length)) * 180 / Math.PI;
}
