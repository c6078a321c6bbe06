using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Where and when a model was trained, as its result says.</summary>
/// <param name="Model">The model.</param>
/// <param name="Seconds">Wall time of the training loop with its validation; models that train in step share it.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Device">The compute device.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="Started">Start, UTC; of its last part, where it was resumed.</param>
/// <param name="Finished">End, UTC.</param>
/// <param name="IsResumed">Whether it went on from a checkpoint.</param>
public sealed record ModelRun(
    ModelSpec Model, double Seconds, int Epochs, string Device, string Machine, string Program, DateTimeOffset Started,
    DateTimeOffset Finished, bool IsResumed);
