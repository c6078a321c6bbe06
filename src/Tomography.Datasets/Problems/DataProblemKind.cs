using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What can be wrong with a dataset or one of its materials.</summary>
public enum DataProblemKind
{
    /// <summary>The file or folder cannot be read, or lacks what a dataset needs; there is no dataset.</summary>
    Source,

    /// <summary>The file or folder exceeds a limit that holds for all of it; there is no dataset.</summary>
    SourceTooLarge,

    /// <summary>A row has another number of fields than the header.</summary>
    RowLength,

    /// <summary>A material has no id.</summary>
    MissingId,

    /// <summary>An id was used by an earlier row.</summary>
    RepeatedId,

    /// <summary>The crystal cannot be read.</summary>
    UnreadableCrystal,

    /// <summary>A table names a crystal of which there is no file.</summary>
    MissingFile,

    /// <summary>The crystal names something that is no element.</summary>
    UnknownElement,

    /// <summary>The crystal exceeds a limit that holds for one material.</summary>
    MaterialTooLarge,

    /// <summary>The crystal is disordered.</summary>
    DisorderedCrystal,

    /// <summary>The crystal holds an element for which there are no features.</summary>
    ElementWithoutFeatures,

    /// <summary>A cell that should hold a finite number does not; it counts as missing.</summary>
    NotANumber,

    /// <summary>A cell that should hold one of a property's classes does not; it counts as missing.</summary>
    UnknownClass,

    /// <summary>A number of which the logarithm is wanted is 0 or less; there is no dataset.</summary>
    NoLogarithm,

    /// <summary>A column cannot become a property; it is left out.</summary>
    UnusableColumn,

    /// <summary>Two columns are one property; the second is left out.</summary>
    RepeatedColumn,

    /// <summary>A crystal contradicts what its own file says of it: its formula, or its space group.</summary>
    Contradiction,

    /// <summary>A reader noticed something about a crystal that it read all the same.</summary>
    Noticed,

    /// <summary>How something was understood that could be meant otherwise; a note, nothing is wrong.</summary>
    HowRead,

    /// <summary>A disordered crystal was made ordered, as was asked for.</summary>
    MadeOrdered,

    /// <summary>A material lacks a property that is used.</summary>
    MissingProperty,
}
