namespace Tomography.Analysis;

/// <summary>How an estimate compares with those from shuffled values.</summary>
public enum ChanceReading
{
    /// <summary>It is below the 95 % of the shuffles.</summary>
    NoMoreThanChance,

    /// <summary>It is above them, yet with so many pairs some are by luck: not claimed.</summary>
    Unclear,

    /// <summary>It is above chance, corrected for the number of pairs.</summary>
    MoreThanChance,
}
