using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A target and two sources over the materials that have all three.</summary>
internal sealed class SourceTriple
{
    private readonly PropertyColumn[] _columns;
    private readonly int[] _places;
    private readonly PreparedColumns _prepared;
    private readonly int[] _target, _first, _second;

    public SourceTriple(
        PropertyColumn target, PropertyColumn first, PropertyColumn second, PreparedColumns prepared, int samplesPerCell)
    {
        (_columns, _prepared) = ([target, first, second], prepared);
        _places = Tomography.Analysis.Samples.Complete(target, first, second);
        (_target, _first, _second) =
            (prepared.Codes(target, _places), prepared.Codes(first, _places), prepared.Codes(second, _places));
        var cells = new[] { _target, _first, _second }.Aggregate(1L, (product, codes) => product * codes.Distinct().Count());
        Cells = (int)Math.Min(cells, int.MaxValue);
        IsSound = Samples > 0 && Samples >= samplesPerCell * cells;
    }

    /// <summary>How many materials have all three.</summary>
    public int Samples => _places.Length;

    /// <summary>Cells of the joint table.</summary>
    public int Cells { get; }

    /// <summary>Whether there are enough materials for the cells.</summary>
    public bool IsSound { get; }

    /// <summary>Whether all three are numbers.</summary>
    public bool AreNumbers => _columns.All(column => column.Property.Kind == PropertyKind.Number);

    /// <summary>The samples as they are.</summary>
    public DealtTriple Whole => new(Tomography.Analysis.Samples.Unchanged(Samples), false, () => new(_target, _first, _second));

    /// <summary>The samples with the first source shuffled: sample i is given that of sample order[i].</summary>
    public DealtTriple Shuffled(int[] order) => new(order, true, () => new(_target, _first, _second, order));

    /// <summary>Normal scores of target, first and second source.</summary>
    public (double[] Target, double[] First, double[] Second) Scores() =>
        (_prepared.Scores(_columns[0], _places), _prepared.Scores(_columns[1], _places), _prepared.Scores(_columns[2], _places));
}
