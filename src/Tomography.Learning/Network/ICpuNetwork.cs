namespace Tomography.Learning;

/// <summary>One model on one core, whatever registers it is made for; see <see cref="IModelBank"/> for what its members mean.</summary>
internal interface ICpuNetwork : IDisposable
{
    /// <summary>Where each parameter stands.</summary>
    ParameterLayout Layout { get; }

    /// <summary>How many targets it predicts.</summary>
    int Tasks { get; }

    /// <summary>Takes the time of each stage of training where it is set.</summary>
    StageClock? Clock { get; set; }

    /// <summary>One step on a batch; gives the loss before the update: mean squared error of the normalised target.</summary>
    double Train(ReadOnlySpan<int> crystals, double learningRate);

    void Predict(ReadOnlySpan<int> crystals, Span<double> predictions);

    void LogVariances(ReadOnlySpan<int> crystals, Span<double> logVariances);

    void Pool(int target, ReadOnlySpan<int> crystals, Span<float> vectors);

    ModelState Save();

    void Load(ModelState state);

    NetworkState SaveTraining();

    void LoadTraining(NetworkState state);
}
