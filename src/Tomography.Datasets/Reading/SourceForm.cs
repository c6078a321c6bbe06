namespace Tomography.Datasets;

/// <summary>In which form a source brings its crystals.</summary>
internal enum SourceForm
{
    /// <summary>Whichever it has.</summary>
    Any,

    /// <summary>A table whose rows are materials.</summary>
    Table,

    /// <summary>A folder of crystals with tables of their properties.</summary>
    Folder,

    /// <summary>A file of crystals, or a folder of such files.</summary>
    Crystals,
}
