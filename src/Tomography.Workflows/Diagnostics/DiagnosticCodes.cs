namespace Tomography.Workflows;

/// <summary>The codes of all diagnostics; <c>docs/diagnostics/</c> has a page on each.</summary>
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

    /// <summary>
    /// A matrix of settings does not fit together: lists of a zip differ in length, an exclusion fits nothing, or nothing is left.
    /// </summary>
    public const string MatrixMismatch = "TOMO1014";

    /// <summary>The dataset does not exist.</summary>
    public const string DatasetNotFound = "TOMO2001";

    /// <summary>The dataset cannot be read, or nothing of it can be used.</summary>
    public const string DatasetUnusable = "TOMO2002";

    /// <summary>The dataset lacks a property that the experiment names.</summary>
    public const string PropertyNotInDataset = "TOMO2003";

    /// <summary>A part of the split is empty.</summary>
    public const string EmptySplit = "TOMO2005";

    /// <summary>A target has the same value for every material.</summary>
    public const string ConstantTarget = "TOMO2006";

    /// <summary>Rows of the dataset do not fit its header.</summary>
    public const string RowLength = "TOMO2007";

    /// <summary>Rows have no id.</summary>
    public const string MissingId = "TOMO2008";

    /// <summary>Ids repeat.</summary>
    public const string RepeatedId = "TOMO2009";

    /// <summary>Crystals cannot be read.</summary>
    public const string UnreadableCrystal = "TOMO2010";

    /// <summary>Crystals name something that is no element.</summary>
    public const string UnknownElement = "TOMO2011";

    /// <summary>Crystals are disordered.</summary>
    public const string DisorderedCrystal = "TOMO2012";

    /// <summary>Crystals hold elements for which there are no features.</summary>
    public const string ElementWithoutFeatures = "TOMO2013";

    /// <summary>Cells that should hold numbers do not.</summary>
    public const string NotANumber = "TOMO2014";

    /// <summary>Cells hold none of the classes of their property.</summary>
    public const string UnknownClass = "TOMO2015";

    /// <summary>Columns cannot become properties.</summary>
    public const string UnusableColumn = "TOMO2016";

    /// <summary>Properties that many materials lack: models with them use fewer materials.</summary>
    public const string SparseProperty = "TOMO2022";

    /// <summary>A file that states a split names materials that the dataset lacks.</summary>
    public const string UnknownIds = "TOMO2023";

    /// <summary>A number of which the logarithm is wanted is 0 or less.</summary>
    public const string NoLogarithm = "TOMO2024";

    /// <summary>Something was noticed about crystals that were read all the same.</summary>
    public const string CrystalsNoticed = "TOMO2025";

    /// <summary>Crystals contradict what their own files say of them.</summary>
    public const string Contradiction = "TOMO2026";

    /// <summary>Tables name crystals of which there is no file.</summary>
    public const string MissingFile = "TOMO2027";

    /// <summary>How a dataset was understood that could be meant otherwise.</summary>
    public const string HowRead = "TOMO2028";

    /// <summary>Columns of a dataset are one property.</summary>
    public const string RepeatedColumn = "TOMO2029";

    /// <summary>A representation needs crystals, and the dataset states formulas.</summary>
    public const string NoGeometry = "TOMO2030";

    /// <summary>Values lie far from all others.</summary>
    public const string Outliers = "TOMO2031";

    /// <summary>Values look like numbers that stand for none.</summary>
    public const string Sentinels = "TOMO2032";

    /// <summary>Properties hardly vary.</summary>
    public const string HardlyVaries = "TOMO2033";

    /// <summary>Materials are one crystal under several ids.</summary>
    public const string Copies = "TOMO2034";

    /// <summary>Materials that test a model have copies among those that train it.</summary>
    public const string CopiesAcrossSplit = "TOMO2035";

    /// <summary>Too few materials test a model.</summary>
    public const string FewToTest = "TOMO2036";

    /// <summary>Too few formulas test models for a claim.</summary>
    public const string FewFormulas = "TOMO2048";

    /// <summary>Too few materials are held out to calibrate intervals.</summary>
    public const string FewHeldOut = "TOMO2038";

    /// <summary>A model is to learn from more labels than the training part has.</summary>
    public const string FewLabels = "TOMO2039";

    /// <summary>Disordered crystals were made ordered.</summary>
    public const string MadeOrdered = "TOMO2037";

    /// <summary>Crystals to predict hold elements that the dataset does not.</summary>
    public const string UnseenElements = "TOMO2021";

    /// <summary>Candidates are materials of the dataset.</summary>
    public const string KnownCandidates = "TOMO2045";

    /// <summary>No candidate can be chosen.</summary>
    public const string NothingToChoose = "TOMO2046";

    /// <summary>A dataset is too small for a loop to be simulated, or has nothing to find.</summary>
    public const string TooFewToSimulate = "TOMO2047";

    /// <summary>Materials lack a property that the experiment uses.</summary>
    public const string MissingProperty = "TOMO2017";

    /// <summary>Materials exceed a limit, like that of sites per cell.</summary>
    public const string MaterialTooLarge = "TOMO2018";

    /// <summary>The dataset exceeds a limit that holds for all of it, like that of a file's length.</summary>
    public const string DatasetTooLarge = "TOMO2019";

    /// <summary>A limit was given a value that it cannot have.</summary>
    public const string InvalidLimit = "TOMO2020";

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

    /// <summary>A job failed and is tried again.</summary>
    public const string JobRetried = "TOMO3006";

    /// <summary>A key names no job, or several.</summary>
    public const string UnknownJob = "TOMO3007";

    /// <summary>A build trains in the store, so it cannot be pruned.</summary>
    public const string StoreInUse = "TOMO3008";

    /// <summary>A signal stopped the build.</summary>
    public const string Stopped = "TOMO3009";

    /// <summary>The store holds results of an older version's numerics, which are trained again.</summary>
    public const string OldResults = "TOMO3010";

    /// <summary>A device that was asked for is not there, or cannot be used.</summary>
    public const string DeviceNotThere = "TOMO3011";

    /// <summary>A GPU does not answer any more.</summary>
    public const string DeviceFailed = "TOMO3012";

    /// <summary>The memory of a GPU holds fewer models than were to be trained side by side.</summary>
    public const string DeviceMemoryShort = "TOMO3013";

    /// <summary>The scheduler of the cluster cannot be asked, or refuses.</summary>
    public const string SchedulerFailed = "TOMO3014";

    /// <summary>The file that describes a cluster does not exist.</summary>
    public const string SiteNotFound = "TOMO3015";

    /// <summary>The templates of the report do not exist or are not valid.</summary>
    public const string TemplatesUnusable = "TOMO4001";

    /// <summary>A build property is not known, most likely a typing error.</summary>
    public const string UnknownProperty = "TOMO5001";

    /// <summary>A fault of the program itself.</summary>
    public const string Internal = "TOMO9001";
}
