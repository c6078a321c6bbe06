namespace Tomography.Datasets;

/// <summary>Which materials of a dataset are taken, by how often their formula comes in it.</summary>
public enum FormulaRule
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those whose formula no other material has: composition alone tells them apart.</summary>
    Unique,

    /// <summary>Those whose formula another material has, too: polymorphs.</summary>
    Repeated,
}
