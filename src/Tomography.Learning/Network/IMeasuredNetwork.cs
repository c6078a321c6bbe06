namespace Tomography.Learning;

/// <summary>A network that can take the time of its stages, whatever registers it is made for.</summary>
internal interface IMeasuredNetwork
{
    /// <summary>Takes the time of each stage of training where it is set.</summary>
    StageClock? Clock { get; set; }
}
