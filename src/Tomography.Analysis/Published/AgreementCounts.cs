namespace Tomography.Analysis;

/// <summary>How often two tables of yes and no agree.</summary>
/// <param name="Both">Cells with a yes in both.</param>
/// <param name="OnlyThere">Cells with a yes in the published table alone.</param>
/// <param name="OnlyHere">Cells with a yes in the study alone.</param>
/// <param name="Neither">Cells with a yes in neither.</param>
public sealed record AgreementCounts(int Both, int OnlyThere, int OnlyHere, int Neither)
{
    /// <summary>All cells.</summary>
    public int Cells => Both + OnlyThere + OnlyHere + Neither;

    /// <summary>The share of the cells, 0 to 1, on which they agree; null without cells.</summary>
    public double? Share => Cells == 0 ? null : (double)(Both + Neither) / Cells;

    /// <summary>The share on which two tables would agree by chance that have as many yeses each; null without cells.</summary>
    public double? ByChance
    {
        get
        {
            if (Cells == 0) return null;
            var (there, here) = ((double)(Both + OnlyThere) / Cells, (double)(Both + OnlyHere) / Cells);
            return there * here + (1 - there) * (1 - here);
        }
    }

    /// <summary>
    /// Cohen's kappa, at most 1: how much of the agreement that chance leaves open there is (Cohen, Educ. Psychol. Meas. 20, 37, 1960).
    /// Null without cells, and where both tables say the same of every cell.
    /// </summary>
    public double? Kappa => Share is { } share && ByChance is { } chance && chance < 1 ? (share - chance) / (1 - chance) : null;

    /// <summary>The counts of these cells and of others.</summary>
    public AgreementCounts With(AgreementCounts others) =>
        new(Both + others.Both, OnlyThere + others.OnlyThere, OnlyHere + others.OnlyHere, Neither + others.Neither);

    /// <summary>The counts of cells.</summary>
    /// <param name="cells">What the published table and the study say of each.</param>
    public static AgreementCounts Of(IEnumerable<(bool There, bool Here)> cells)
    {
        var counts = cells.CountBy(c => c).ToDictionary();
        return new(At(true, true), At(true, false), At(false, true), At(false, false));

        int At(bool there, bool here) => counts.GetValueOrDefault((there, here));
    }
}
