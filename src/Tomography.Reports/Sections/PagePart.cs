namespace Tomography.Reports;

/// <summary>The parts of the page, from top to bottom. Within a part, sections stand in the order of the list.</summary>
public enum PagePart
{
    /// <summary>What is seen first: notices and the main result. Sections here have no heading of the page's making and no link.</summary>
    Opening,

    /// <summary>What was found.</summary>
    Findings,

    /// <summary>What the findings rest on: dataset, settings, errors of the baselines, how to read it all.</summary>
    Background,
}
