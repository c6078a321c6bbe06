namespace Tomography.Learning;

/// <summary>What the tasks of a joint model have in common.</summary>
public enum SharingKind
{
    /// <summary>Embedding and the first convolutions; behind them a branch per task.</summary>
    Hard,
}
