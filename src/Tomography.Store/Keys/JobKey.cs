namespace Tomography.Store;

/// <summary>The name of a job's result in the store: the SHA-256 of its fingerprint.</summary>
/// <param name="Value">64 lower case hexadecimal digits.</param>
public readonly record struct JobKey(string Value)
{
    /// <summary>The first twelve digits, for people.</summary>
    public string Short => Value[..12];

    /// <summary>All 64 digits: file names and messages must not confuse two jobs.</summary>
    public override string ToString() => Value;
}
