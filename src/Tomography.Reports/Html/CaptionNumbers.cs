namespace Tomography.Reports;

/// <summary>Gives the figures and tables of a page their numbers, from 1, in the order they are asked for.</summary>
internal sealed class CaptionNumbers
{
    private int _figures;
    private int _tables;

    /// <summary>The number of the next figure.</summary>
    public int Figure() => Figures(1);

    /// <summary>The number of the first of some figures.</summary>
    public int Figures(int count) => (_figures += count) - count + 1;

    /// <summary>The number of the next table.</summary>
    public int Table() => ++_tables;
}
