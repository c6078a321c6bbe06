namespace Tomography.Learning;

/// <content>What the tasks of a network lose on a batch, and how that is added up.</content>
internal sealed unsafe partial class CpuNetwork<T>
{
    /// <inheritdoc/>
    public int Tasks => _branches.Length;

    /// <summary>The loss of each task on the batch that has just passed: a mean over the crystals that have its target.</summary>
    private void Losses(ReadOnlySpan<int> crystals)
    {
        foreach (var branch in _branches)
        {
            var targets = branch.Task.Values;
            double loss = 0;
            var labelled = 0;
            for (var c = 0; c < crystals.Length; c++)
            {
                var target = targets[crystals[c]];
                if (float.IsNaN(target)) continue;
                labelled++;
                var own = branch.Head.Variance is null ? LossOf(branch.Task.Kind, branch.Predictions[c], target)
                    : GaussianLoss.Of(branch.Predictions[c] - target, branch.LogVariances[c]);
                loss += _inputs.CrystalWeights is { } weights ? weights[crystals[c]] * own : own;
            }

            (branch.Labelled, branch.Loss) = (labelled, labelled == 0 ? 0 : loss / labelled);
        }
    }

    private static double LossOf(HeadKind kind, double prediction, float target)
    {
        if (kind == HeadKind.TwoClasses) return HeadPrediction.Logistic(prediction, out _) - target * prediction;
        var error = prediction - target;
        return error * error;
    }

    /// <summary>
    /// The slopes of a task's loss in the prediction for one crystal of the batch, and in its log-variance; 0 where that lacks the target.
    /// </summary>
    private (double Prediction, double LogVariance) Error(BranchUnit branch, int place, int crystal)
    {
        var weight = _inputs.CrystalWeights is { } weights ? weights[crystal] : 1;
        if (branch.Head.Variance is null) return (weight * ErrorOf(branch, place, crystal), 0);
        var (prediction, variance) =
            GaussianLoss.Slopes(branch.Predictions[place] - branch.Task.Values[crystal], branch.LogVariances[place]);
        return (weight * prediction / branch.Labelled, weight * variance / branch.Labelled);
    }

    private static double ErrorOf(BranchUnit branch, int place, int crystal)
    {
        var target = branch.Task.Values[crystal];
        if (float.IsNaN(target)) return 0;
        if (branch.Task.Kind == HeadKind.Number) return 2 * (branch.Predictions[place] - target) / branch.Labelled;
        return (HeadPrediction.Probability(branch.Predictions[place]) - target) / branch.Labelled;
    }

    /// <summary>Weighs the losses of the tasks; gives their sum.</summary>
    private double Weigh()
    {
        double sum = 0;
        for (var j = 0; j < _branches.Length; j++)
        {
            var (task, loss) = (_branches[j].Task, _branches[j].Loss);
            if (Layout.LogVariances is not { } block)
            {
                sum += _weights[j] * loss;
                continue;
            }

            if (_branches[j].Labelled == 0) continue;
            double s = Parameter(block)[j];
            _weights[j] = (task.Kind == HeadKind.Number ? 0.5 : 1) * HeadPrediction.ExpOfMinus(s);
            sum += _weights[j] * loss + s / 2;
        }

        return sum;
    }

    /// <summary>The gradients of what the losses are weighed by, where that is learnt.</summary>
    private void WeighBackward()
    {
        if (Layout.LogVariances is not { } block) return;
        for (var j = 0; j < _branches.Length; j++)
            Gradient(block)[j] = _branches[j].Labelled == 0 ? 0 : (float)(0.5 - _weights[j] * _branches[j].Loss);
    }
}
