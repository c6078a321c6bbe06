namespace Tomography.Crystals;

/// <summary>The data names that say what a crystal is; all others are skipped.</summary>
internal enum CifTag
{
    Other,
    LengthA, LengthB, LengthC, Alpha, Beta, Gamma,
    Operation, MagneticOperation, MagneticCentering,
    GroupName, GroupNumber, GroupHall, GroupSchoenflies,
    Modulation,
    Label, TypeSymbol, FractX, FractY, FractZ, CartnX, CartnY, CartnZ, Occupancy, CalcFlag, AttachedHydrogens,
    Multiplicity, Wyckoff,
    AtomTypeSymbol, AtomTypeOxidation,
    FormulaSum, FormulaUnits, Volume, Density,
    CartnMatrix11, CartnMatrix12, CartnMatrix13, CartnMatrix21, CartnMatrix22, CartnMatrix23, CartnMatrix31, CartnMatrix32, CartnMatrix33,
    CartnVector1, CartnVector2, CartnVector3,
    Count,
}
