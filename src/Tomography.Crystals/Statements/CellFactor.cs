namespace Tomography.Crystals;

/// <summary>How many times a cell is as large as another one, where that is a whole number.</summary>
internal static class CellFactor
{
    private const int Most = 64;
    private const double Tolerance = 0.01;

    /// <summary>What a whole factor between two sizes of cells means, as the end of a sentence; empty where there is none.</summary>
    public static string Cause(double stated, double there) => Times(stated, there) is { Length: > 0 } times
        ? $"{times}: what is stated belongs to a "
            + (stated > there
                ? "larger cell, as the conventional cell beside a primitive one"
                : "smaller cell, as the primitive cell beside a conventional one")
        : "";

    /// <summary>The whole factor alone, as the end of a sentence; empty where there is none.</summary>
    public static string Times(double stated, double there)
    {
        if (!(stated > 0 && there > 0)) return "";
        if (Whole(stated / there) is { } larger) return $", {larger} times as much";
        return Whole(there / stated) is { } smaller ? $", 1/{smaller} of it" : "";
    }

    /// <summary>The ratio as a whole number above 1; null where it is none.</summary>
    public static int? Whole(double ratio) =>
        ratio is > 1.5 and < Most && Math.Abs(ratio - Math.Round(ratio)) <= Tolerance * ratio ? (int)Math.Round(ratio) : null;
}
