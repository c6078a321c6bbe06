namespace Tomography.Workflows;

/// <summary>Counts workers that died in a row. So many, and no more are started.</summary>
internal sealed class DeathCount
{
    /// <summary>So many may die in a row.</summary>
    public const int Most = 3;

    private int _inRow;

    public bool AreTooMany => Volatile.Read(ref _inRow) >= Most;

    public void Died() => Interlocked.Increment(ref _inRow);

    public void Lived() => Volatile.Write(ref _inRow, 0);
}
