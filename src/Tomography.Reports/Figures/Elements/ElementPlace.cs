using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Where an element stands in the periodic table: the two rows of f elements below the others.</summary>
/// <param name="Column">Column from 0.</param>
/// <param name="Row">Row from 0, with a gap above the f elements.</param>
internal readonly record struct ElementPlace(double Column, double Row)
{
    /// <summary>How many columns there are.</summary>
    public const int Columns = 18;

    /// <summary>How many rows there are, the gap included.</summary>
    public const double Rows = 9.4;

    private const double FirstFRow = 7.4;

    /// <summary>The place of an element.</summary>
    public static ElementPlace Of(Element element) => FirstOfSeries(element) is { } first
        ? new(element.AtomicNumber - first + 2, FirstFRow + element.Period - 6)
        : new(element.Group - 1, element.Period - 1);

    // Lanthanides and actinides: fifteen of each in group 3.
    private static int? FirstOfSeries(Element element) =>
        element.AtomicNumber is >= 57 and <= 71 ? 57 : element.AtomicNumber is >= 89 and <= 103 ? 89 : null;
}
