namespace Tomography.Analysis;

/// <summary>How candidates are compared with what was measured.</summary>
public enum RetrievalMethod
{
    /// <summary>Predictions against measurements, by how the errors of the predictions scatter together.</summary>
    Likelihood,

    /// <summary>Predictions against measurements, the nearest first, each property in its standard deviation.</summary>
    Neighbours,

    /// <summary>Measurements against measurements with the stated noise: what perfect predictions would do.</summary>
    Measured,
}
