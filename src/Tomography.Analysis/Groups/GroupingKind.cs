namespace Tomography.Analysis;

/// <summary>Which grouping it is.</summary>
public enum GroupingKind
{
    /// <summary>The best by what pairs predict, under the budget.</summary>
    Best,

    /// <summary>One model of all targets.</summary>
    AllTogether,

    /// <summary>A model of each target; it may cost more than the budget.</summary>
    AllAlone,
}
