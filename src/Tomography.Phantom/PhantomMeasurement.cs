using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>Takes the 13 properties of a phantom crystal.</summary>
internal static class PhantomMeasurement
{
    /// <summary>Grams per cubic centimetre of one dalton per cubic angstrom.</summary>
    private const double DaltonPerCubicAngstrom = 1.66053907;

    /// <summary>The properties, numbers rounded to ten significant digits.</summary>
    public static PhantomProperties Of(
        Lattice lattice,
        int sites,
        ShapeGeometry geometry,
        Filling filling,
        double strain,
        double groundEnergyPerAtomEv)
    {
        var atoms = filling.Rule.AtomsPerFormula;
        var volume = lattice.Volume;
        var mass = filling.Ions.Zip(filling.Rule.Roles, static (ion, r) => ion.MassDalton * r.Count).Sum() * sites / atoms;
        var energy = IonicModel.EnergyPerAtom(geometry, filling, strain);
        var hasOxygen = filling.Ions.Any(static i => i.AtomicNumber == 8);
        var hasFluorine = filling.Ions.Any(static i => i.AtomicNumber == 9);
        return new(
            BandGapEv: PortableMath.RoundSignificant(IonicModel.BandGap(geometry, filling, strain)),
            DensityGramPerCm3: PortableMath.RoundSignificant(DaltonPerCubicAngstrom * mass / volume),
            EnergyAboveHullEv: Math.Max(0, Math.Round(energy - groundEnergyPerAtomEv, 4)),
            EnergyEv: PortableMath.RoundSignificant(energy * sites),
            EnergyPerAtomEv: PortableMath.RoundSignificant(energy),
            FormationEnergyPerAtomEv: PortableMath.RoundSignificant(energy - IonicModel.ElementsPerAtom(filling)),
            NumberOfSites: sites,
            TotalMagnetization: IonicModel.Magnetization(geometry.Prototype, filling),
            VolumeCubicAngstrom: PortableMath.RoundSignificant(volume),
            IsHubbard: (hasOxygen || hasFluorine) && filling.Ions.Any(static i => i.IsHubbardMetal),
            Oxide: hasOxygen ? filling.Rule.Oxide : OxideType.None,
            System: geometry.Prototype.System,
            SpaceGroupNumber: geometry.Prototype.SpaceGroupNumber);
    }
}
