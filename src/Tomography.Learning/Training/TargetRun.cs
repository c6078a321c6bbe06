using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>One target of a model under way: what is predicted of it, and its best epoch so far.</summary>
internal sealed class TargetRun
{
    private readonly PropertyColumn _column;
    private readonly Split _split;
    private readonly Normalization _normalization;
    private ModelState _best;
    private bool _isBestInBank;

    /// <summary>A target at the beginning, or where a checkpoint left it.</summary>
    /// <param name="column">The target.</param>
    /// <param name="task">The model.</param>
    /// <param name="start">How far it is.</param>
    public TargetRun(PropertyColumn column, TrainingTask task, TargetProgress start)
    {
        (_column, (_best, BestEpoch, BestMae)) = (column, start);
        // Of several targets a material may lack some: each is normalised, validated and tested over those that have it.
        var isMasked = task.IsJoint;
        _split = isMasked ? task.Split.Within([.. Enumerable.Range(0, column.Values.Length).Where(column.Has)]) : task.Split;
        // Of what no material has, there is nothing to learn, nor to test.
        if (_split.Train.IsEmpty || _split.Validation.IsEmpty || _split.Test.IsEmpty)
            throw new InvalidDataException($"A part of the split has no material with {column.Property.Name}.");
        _normalization = NormalizationOf(column, task);
        ValidationPlaces = Places(task.Split.Validation);
        TestPlaces = Places(task.Split.Test);

        int[] Places(ImmutableArray<int> part) => [.. Enumerable.Range(0, part.Length).Where(i => !isMasked || column.Has(part[i]))];
    }

    /// <summary>Whether it is a class, of which the probability is predicted.</summary>
    public bool IsClass => KindOf(_column) == HeadKind.TwoClasses;

    public int BestEpoch { get; private set; }

    public double BestMae { get; private set; }

    /// <summary>What a standard deviation of the target is, in its unit; 1 for a class.</summary>
    public double Scale => _normalization.StandardDeviation;

    private int[] ValidationPlaces { get; }

    private int[] TestPlaces { get; }

    /// <summary>What a head predicts of a property.</summary>
    public static HeadKind KindOf(PropertyColumn column) =>
        column.Property.Kind == PropertyKind.Classes ? HeadKind.TwoClasses : HeadKind.Number;

    /// <summary>How a target is normalised: over those that have it; a class is not.</summary>
    public static Normalization NormalizationOf(PropertyColumn column, TrainingTask task) =>
        KindOf(column) == HeadKind.TwoClasses ? new(0, 1)
        : Normalization.Of(
            column.Values, task.IsJoint ? [.. task.NormalizationScope.Where(column.Has)] : task.NormalizationScope);

    /// <summary>Per crystal what the network learns; what is missing by the given number.</summary>
    public float[] Learnt(float missing) =>
    [
        .. Enumerable.Range(0, _column.Values.Length)
            .Select(i => _column.Has(i) ? (float)_normalization.Apply(_column.Values[i]) : missing),
    ];

    /// <summary>The error of an epoch's predictions for the whole validation part, as the network gives them.</summary>
    public double Validate(ReadOnlySpan<double> predictions) =>
        Errors.MeanAbsolute(InUnits(predictions, ValidationPlaces), Actual(_split.Validation));

    /// <summary>Keeps the state of an epoch where it is better than those before.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="mae">Its validation error.</param>
    /// <param name="mark">Keeps the state in the bank; null where it is to be copied here.</param>
    /// <param name="save">Copies the state.</param>
    public void Keep(int epoch, double mae, Action? mark, Func<ModelState> save)
    {
        if (mae >= BestMae) return;
        (BestEpoch, BestMae, _isBestInBank) = (epoch, mae, mark is not null);
        if (mark is not null) mark();
        else _best = save();
    }

    /// <summary>The state at the best epoch.</summary>
    public ModelState Best(Func<ModelState> marked) => _isBestInBank ? marked() : _best;

    /// <summary>How far it is.</summary>
    public TargetProgress Progress(Func<ModelState> marked) => new(Best(marked), BestEpoch, BestMae);

    /// <summary>What the best epoch is worth.</summary>
    /// <param name="validated">Predictions of the best epoch for the whole validation part, as the network gives them.</param>
    /// <param name="tested">Likewise for the test part.</param>
    /// <param name="best">The state at that epoch.</param>
    /// <exception cref="TrainingDivergedException">The error is not finite.</exception>
    public TargetOutcome Outcome(ReadOnlySpan<double> validated, ReadOnlySpan<double> tested, ModelState best)
    {
        double[] validation = InUnits(validated, ValidationPlaces), test = InUnits(tested, TestPlaces), actual = Actual(_split.Test);
        var mae = Errors.MeanAbsolute(test, actual);
        if (!double.IsFinite(mae)) throw new TrainingDivergedException(BestEpoch);
        var constant = new double[actual.Length];
        Array.Fill(constant, Errors.Median(_split.Train.Select(i => _column.Values[i])));
        return new(
            _column.Property.Name, mae, Errors.R2(test, actual), Errors.MeanAbsolute(constant, actual), BestMae, BestEpoch,
            ImmutableCollectionsMarshal.AsImmutableArray(validation), ImmutableCollectionsMarshal.AsImmutableArray(test), best)
        {
            Classes = IsClass ? ClassErrors.Of(test, actual) : null,
        };
    }

    private double[] InUnits(ReadOnlySpan<double> network, int[] places)
    {
        var values = new double[places.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = IsClass ? HeadPrediction.Probability(network[places[i]]) : _normalization.Invert(network[places[i]]);
        return values;
    }

    private double[] Actual(ImmutableArray<int> crystals) => [.. crystals.Select(i => _column.Values[i])];
}
