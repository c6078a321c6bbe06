using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The codes under which problems of datasets are reported.</summary>
internal static class DataProblemCodes
{
    /// <summary>The code of a kind of problem.</summary>
    public static string Of(DataProblemKind kind) => kind switch
    {
        DataProblemKind.Source => DiagnosticCodes.DatasetUnusable,
        DataProblemKind.SourceTooLarge => DiagnosticCodes.DatasetTooLarge,
        DataProblemKind.RowLength => DiagnosticCodes.RowLength,
        DataProblemKind.MissingId => DiagnosticCodes.MissingId,
        DataProblemKind.RepeatedId => DiagnosticCodes.RepeatedId,
        DataProblemKind.UnreadableCrystal => DiagnosticCodes.UnreadableCrystal,
        DataProblemKind.MissingFile => DiagnosticCodes.MissingFile,
        DataProblemKind.HowRead => DiagnosticCodes.HowRead,
        DataProblemKind.UnknownElement => DiagnosticCodes.UnknownElement,
        DataProblemKind.MaterialTooLarge => DiagnosticCodes.MaterialTooLarge,
        DataProblemKind.DisorderedCrystal => DiagnosticCodes.DisorderedCrystal,
        DataProblemKind.ElementWithoutFeatures => DiagnosticCodes.ElementWithoutFeatures,
        DataProblemKind.NotANumber => DiagnosticCodes.NotANumber,
        DataProblemKind.UnknownClass => DiagnosticCodes.UnknownClass,
        DataProblemKind.NoLogarithm => DiagnosticCodes.NoLogarithm,
        DataProblemKind.UnusableColumn => DiagnosticCodes.UnusableColumn,
        DataProblemKind.RepeatedColumn => DiagnosticCodes.RepeatedColumn,
        DataProblemKind.Contradiction => DiagnosticCodes.Contradiction,
        DataProblemKind.Noticed => DiagnosticCodes.CrystalsNoticed,
        DataProblemKind.MadeOrdered => DiagnosticCodes.MadeOrdered,
        DataProblemKind.MissingProperty => DiagnosticCodes.MissingProperty,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of problem."),
    };
}
