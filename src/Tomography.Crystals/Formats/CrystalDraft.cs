using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A crystal while a reader lists its sites. After an error it takes no more and becomes nothing.</summary>
internal sealed class CrystalDraft(IAssemblyProblems problems, InputLimits limits)
{
    private const double LargestCoordinate = 1e6;
    private const double LargestFraction = 1e9;

    private readonly List<RawSite> _rows = [];
    private readonly Dictionary<Occupant, ImmutableArray<Occupant>> _shared = [];
    private Lattice? _lattice;

    /// <summary>Takes the lattice vectors, before any site; false after an error.</summary>
    public bool SetLattice(int position, Vector3 a, Vector3 b, Vector3 c)
    {
        const string Check = "Check the lattice vectors (angstrom).";
        var lattice = new Lattice(a, b, c);
        try
        {
            if (LatticeFault.Of(lattice, limits) is { } fault)
            {
                problems.Error(position, fault.Message, Check, fault.Kind);
                return false;
            }
        }
        catch (ArgumentException)
        {
            problems.Error(position, "The lattice vectors do not span a volume.", Check);
            return false;
        }

        _lattice = lattice;
        return true;
    }

    /// <summary>False, with an error, where a cell of so many sites is not read.</summary>
    public bool HasRoomFor(int position, long sites)
    {
        if (sites <= limits.MostSites) return true;
        problems.Error(
            position,
            $"The cell lists {sites} atoms, at most {limits.MostSites} are read; "
                + $"{limits.HowToRaise(nameof(InputLimits.MostSites), sites)}.",
            "Use a smaller cell.",
            CrystalProblemKind.TooLarge);
        return false;
    }

    /// <summary>Takes a site that one atom fills; false after an error.</summary>
    public bool Add(int position, Vector3 coordinates, bool isCartesian, Occupant occupant)
    {
        if (!_shared.TryGetValue(occupant, out var occupants)) _shared[occupant] = occupants = [occupant];
        return Add(position, coordinates, isCartesian, occupants);
    }

    /// <summary>Takes a site; false after an error.</summary>
    public bool Add(int position, Vector3 coordinates, bool isCartesian, ImmutableArray<Occupant> occupants)
    {
        var lattice = _lattice ?? throw new InvalidOperationException("The lattice comes before the sites.");
        var fractional = isCartesian ? lattice.ToFractional(coordinates) : coordinates;
        // Written so that what is no number is refused too.
        if (!(Largest(coordinates) < LargestCoordinate && Largest(fractional) < LargestFraction))
        {
            problems.Error(
                position,
                $"({coordinates.X:G6}, {coordinates.Y:G6}, {coordinates.Z:G6}) is no place in this cell.",
                "Check the coordinates, and whether they are fractions of the cell or angstrom.");
            return false;
        }

        _rows.Add(new(position, fractional, occupants));
        return true;
    }

    /// <summary>The crystal, or null after an error.</summary>
    /// <param name="position">Where to tell that there is none.</param>
    public Crystal? ToCrystal(int position)
    {
        if (_lattice is not null && _rows.Count > 0) return new CrystalAssembler(problems, limits).Assemble(_lattice, _rows);
        problems.Error(position, "The cell holds no atoms.", "Give at least one atom.");
        return null;
    }

    private static double Largest(Vector3 v) => Math.Max(Math.Abs(v.X), Math.Max(Math.Abs(v.Y), Math.Abs(v.Z)));
}
