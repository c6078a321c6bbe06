namespace Tomography.Analysis;

/// <summary>Which gates stop a prediction; none where it passes.</summary>
[Flags]
public enum StoppedBy
{
    /// <summary>No gate: it passes.</summary>
    None = 0,

    /// <summary>The crystal lies outside the applicability domain, or it is not known whether it does.</summary>
    Domain = 1,

    /// <summary>The interval is wider than the experiment allows, or there is none.</summary>
    Width = 2,

    /// <summary>No edge into the target is trusted.</summary>
    Edges = 4,
}
