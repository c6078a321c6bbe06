namespace Tomography.Store;

/// <summary>How well a model tells the second of two classes from the first, on the test part; 1 is best of each.</summary>
/// <param name="BalancedAccuracy">Mean of the shares of either class that are told right; 0.5 by chance.</param>
/// <param name="F1">Harmonic mean of precision and recall of the second class; 0 where none of it is found.</param>
/// <param name="RocAuc">Probability that a material of the second class is given a higher probability than one of the first.</param>
public sealed record ClassScore(double BalancedAccuracy, double F1, double RocAuc);
