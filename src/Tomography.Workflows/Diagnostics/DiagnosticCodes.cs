namespace Tomography.Workflows;

/// <summary>The codes of all diagnostics; <c>docs/diagnostics.md</c> explains each.</summary>
public static class DiagnosticCodes
{
    /// <summary>The file is not valid YAML.</summary>
    public const string InvalidYaml = "TOMO1001";

    /// <summary>A required key is missing.</summary>
    public const string MissingKey = "TOMO1002";

    /// <summary>A key is not known.</summary>
    public const string UnknownKey = "TOMO1003";

    /// <summary>A value has the wrong form: a list instead of a number, text instead of a mapping.</summary>
    public const string WrongForm = "TOMO1004";

    /// <summary>A number is outside its range.</summary>
    public const string OutOfRange = "TOMO1005";

    /// <summary>A word is none of the choices.</summary>
    public const string UnknownChoice = "TOMO1006";

    /// <summary>A key or list entry stands twice.</summary>
    public const string Duplicate = "TOMO1007";

    /// <summary>An experiment file does not exist.</summary>
    public const string ExperimentNotFound = "TOMO1008";

    /// <summary>Keys exclude each other, or one of several is needed.</summary>
    public const string Conflict = "TOMO1009";

    /// <summary>A property cannot be a target because its values are classes.</summary>
    public const string TargetNotNumeric = "TOMO1010";

    /// <summary>A variable of the experiment file was given no value.</summary>
    public const string MissingVariable = "TOMO1011";

    /// <summary>Two experiments of one build have the same name.</summary>
    public const string SameName = "TOMO1012";

    /// <summary>The file is longer or nested deeper than any experiment.</summary>
    public const string TooLarge = "TOMO1013";

    /// <summary>A matrix of settings does not fit together: lists of a zip differ in length, an exclusion fits nothing, or nothing is left.</summary>
    public const string MatrixMismatch = "TOMO1014";

    /// <summary>The dataset does not exist.</summary>
    public const string DatasetNotFound = "TOMO2001";

    /// <summary>The dataset cannot be read, or nothing of it can be used.</summary>
    public const string DatasetUnusable = "TOMO2002";

    /// <summary>The dataset lacks a property that the experiment names.</summary>
    public const string PropertyNotInDataset = "TOMO2003";

    /// <summary>Materials of the dataset were set aside.</summary>
    public const string MaterialsSetAside = "TOMO2004";

    /// <summary>A part of the split is empty.</summary>
    public const string EmptySplit = "TOMO2005";

    /// <summary>A target has the same value for every material.</summary>
    public const string ConstantTarget = "TOMO2006";

    /// <summary>A job failed.</summary>
    public const string JobFailed = "TOMO3001";

    /// <summary>The training process could not be started.</summary>
    public const string WorkerNotStarted = "TOMO3002";

    /// <summary>A stored file was damaged and has been set aside.</summary>
    public const string StoreDamaged = "TOMO3003";

    /// <summary>The store or the output folder cannot be written.</summary>
    public const string StoreUnwritable = "TOMO3004";

    /// <summary>Workers die one after the other, before any job is finished.</summary>
    public const string WorkersDie = "TOMO3005";

    /// <summary>The templates of the report do not exist or are not valid.</summary>
    public const string TemplatesUnusable = "TOMO4001";

    /// <summary>A fault of the program itself.</summary>
    public const string Internal = "TOMO9001";
}
