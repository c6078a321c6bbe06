namespace Tomography.Workflows;

/// <summary>How well a fold is predicted, in the four measures of matbench.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="Mape">Mean of the errors relative to the true values, a fraction; NaN where all of these are about 0.</param>
/// <param name="MaxError">The largest error.</param>
internal sealed record MatbenchScores(double Mae, double Rmse, double Mape, double MaxError)
{
    /// <summary>True values no larger than this are left out of <see cref="Mape"/>, as matbench does.</summary>
    private const double AboutZero = 1e-5;

    /// <summary>The scores of a fold.</summary>
    /// <param name="pairs">True and predicted value of each row, one at least.</param>
    public static MatbenchScores Of(IReadOnlyCollection<(double True, double Predicted)> pairs)
    {
        double[] errors = [.. pairs.Select(p => Math.Abs(p.True - p.Predicted))];
        double[] relative =
            [.. pairs.Where(p => Math.Abs(p.True) > AboutZero).Select(p => Math.Abs((p.True - p.Predicted) / p.True))];
        return new(
            errors.Average(), Math.Sqrt(errors.Average(e => e * e)), relative.Length > 0 ? relative.Average() : double.NaN, errors.Max());
    }
}
