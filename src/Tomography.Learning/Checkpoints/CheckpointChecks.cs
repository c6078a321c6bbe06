using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>What must hold of a checkpoint before a training goes on from it.</summary>
internal static class CheckpointChecks
{
    /// <summary>Checks what no damage to the file can have left, whatever the task.</summary>
    /// <exception cref="InvalidDataException">The numbers contradict each other.</exception>
    public static void MakesSense(TrainingCheckpoint checkpoint)
    {
        var optimizer = checkpoint.Network.Optimizer;
        Require(checkpoint.Epoch >= 1 && checkpoint.History.Length == checkpoint.Epoch - 1, "epochs");
        Require(checkpoint.History.All(r => double.IsFinite(r.TrainLoss) && double.IsFinite(r.ValidationMae)), "history");
        Require(
            checkpoint.Position >= 0 && checkpoint.Position <= checkpoint.Order.Length && double.IsFinite(checkpoint.LossSum),
            "position");
        // A generator of zeros stays there, and drawing below a bound from it would never end.
        Require(checkpoint.Shuffle != default, "generator");
        Require(
            optimizer.First.Length == checkpoint.Network.Model.Parameters.Length
                && (optimizer.Second.Length == 0 || optimizer.Second.Length == optimizer.First.Length),
            "optimizer");
        Require(optimizer.FirstDecayed is >= 0 and <= 1 && optimizer.SecondDecayed is >= 0 and <= 1, "optimizer");
        TargetProgress[] targets = [new(checkpoint.Best, checkpoint.BestEpoch, checkpoint.BestMae), .. checkpoint.Others];
        var isJoint = checkpoint.Network.Joint is not null;
        Require(isJoint || targets.Length == 1, "targets");
        Require(
            checkpoint.Network.Joint is not { } joint || (joint.Steps >= 0 && Array.TrueForAll(joint.Sums, double.IsFinite)),
            "measurements");
        Require(checkpoint.History.All(r => (r.TargetMaes?.Length ?? (isJoint ? 0 : 1)) == targets.Length), "history");
        foreach (var ((state, best, mae), place) in targets.Select((t, i) => (t, i)))
        {
            Require(SameSizes(state, checkpoint.Network.Model), "best model");
            Require(best >= 0 && best < checkpoint.Epoch && (best > 0) == (checkpoint.Epoch > 1), "best epoch");
            Require(best == 0 ? double.IsPositiveInfinity(mae) : mae == MaeOf(checkpoint.History[best - 1], place), "best error");
        }

        Require(double.IsFinite(checkpoint.Seconds) && checkpoint.Seconds >= 0, "time");
    }

    /// <summary>Checks that a checkpoint can be one of this task.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void Fits(TrainingCheckpoint checkpoint, TrainingTask task, ImmutableArray<ParameterLayout> layouts)
    {
        MakesSense(checkpoint);
        var (model, size) = (checkpoint.Network.Model, layouts.Sum(l => l.Size));
        Require(model.Parameters.Length == size && model.Running.Length == layouts.Sum(l => l.RunningSize), "model", "of another task");
        Require(checkpoint.Others.Length == task.Joined.Length, "targets", "of another task");
        Require((checkpoint.Network.Joint is not null) == task.IsJoint, "targets", "of another task");
        Require(
            checkpoint.Network.Joint is not { } joint
                || joint.Sums.Length == (task.Joined.IsEmpty ? 0 : GradientSums.SizeOf(task.Targets.Length)),
            "measurements",
            "of another task");
        Require(
            checkpoint.Network.Optimizer.Second.Length == (task.Training.Optimizer == OptimizerKind.Adam ? size : 0),
            "optimizer",
            "of another task");
        Require(checkpoint.Epoch <= task.Training.Epochs, "epochs", "of another task");
        Require(
            checkpoint.Position % task.Training.BatchSize == 0 || checkpoint.Position == checkpoint.Order.Length,
            "position",
            "of another task");
        Require(checkpoint.Order.Order().SequenceEqual(task.Split.Train.Order()), "training part", "of another task");
    }

    private static double MaeOf(EpochRecord record, int target) => record.TargetMaes?[target] ?? record.ValidationMae;

    private static bool SameSizes(ModelState a, ModelState b) =>
        a.Parameters.Length == b.Parameters.Length && a.Running.Length == b.Running.Length;

    private static void Require(bool holds, string part, string otherwise = "damaged")
    {
        if (!holds) throw new InvalidDataException($"The training checkpoint is {otherwise}: its {part} cannot be.");
    }
}
