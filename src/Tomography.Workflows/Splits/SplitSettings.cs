using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// How a dataset is parted. Defaults are those of [T]. Which of them count says the <see cref="SplitRule"/> that applies.
/// </summary>
/// <param name="Train">Share for training, above 0.</param>
/// <param name="Validation">Share for choosing the best epoch, above 0.</param>
/// <param name="Test">Share for the reported error, above 0. The three sum to 1 at most.</param>
/// <param name="By">Name of the <see cref="SplitGrouping"/>: what stays in one part.</param>
public sealed record SplitSettings(double Train = 0.6, double Validation = 0.2, double Test = 0.2, string By = SplitGrouping.Material)
{
    /// <summary>Into how many parts a rotating split cuts the dataset, 3 or more; 0 where it does not rotate.</summary>
    public int Rotate { get; init; }

    /// <summary>The column of the dataset that states the fold of each material; empty for none.</summary>
    public string Column { get; init; } = "";

    /// <summary>File with the ids of the training part, as written; empty where no ids are listed.</summary>
    public string TrainIds { get; init; } = "";

    /// <summary>File with the ids of the validation part.</summary>
    public string ValidationIds { get; init; } = "";

    /// <summary>File with the ids of the test part.</summary>
    public string TestIds { get; init; } = "";

    /// <summary>The fold of matbench v0.1 that tests, as written: 0 to 4 or all; empty where folds are not those of matbench.</summary>
    public string Matbench { get; init; } = "";

    /// <summary>Share of materials that no model of the study sees, from 0 to 0.5; the parts are those of the rest.</summary>
    public double HoldOut { get; init; }

    /// <summary>A property that at most this share of materials lacks sets them aside for all models; from 0 to 1.</summary>
    public double DropBelow { get; init; } = 0.01;

    /// <summary>The three shares.</summary>
    internal SplitShares Shares => new(Train, Validation, Test);

    /// <summary>Whether ids are listed in files.</summary>
    internal bool ListsIds => TrainIds.Length + ValidationIds.Length + TestIds.Length > 0;

    /// <summary>Whether materials are parted at random, by shares.</summary>
    internal bool IsByShares => Rotate == 0 && Column.Length == 0 && !ListsIds && Matbench.Length == 0;
}
