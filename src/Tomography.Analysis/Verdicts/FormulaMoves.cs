namespace Tomography.Analysis;

/// <summary>By how much the crystals of each formula move an effect, all seeds together.</summary>
internal sealed class FormulaMoves
{
    private readonly Dictionary<int, Sum> _sums = [];

    /// <summary>Adds what one crystal of one seed does.</summary>
    /// <param name="formula">Its formula.</param>
    /// <param name="move">The part of the effect that is its own, to first order; over all crystals it sums to 0.</param>
    /// <param name="ofError">Its share of the error without the feature; over all crystals 1.</param>
    /// <param name="ofCrystals">Its share of the test crystals; over all crystals 1.</param>
    public void Add(int formula, double move, double ofError, double ofCrystals)
    {
        if (!_sums.TryGetValue(formula, out var sum)) _sums[formula] = sum = new();
        sum.Move += move;
        sum.OfError += ofError;
        sum.OfCrystals += ofCrystals;
    }

    /// <summary>How many formulas there are.</summary>
    public int Count => _sums.Count;

    /// <summary>
    /// How many formulas of equally many crystals would be as much evidence, from 1 to <see cref="Count"/>: where one has most of the
    /// crystals, not many more than one (Carter, Schnepel and Steigerwald, Review of Economics and Statistics 99, 698, 2017).
    /// </summary>
    public double Worth => 1 / _sums.Values.Sum(s => s.OfCrystals * s.OfCrystals);

    /// <summary>
    /// Variance of the effect because other formulas might have been tested: the jackknife that leaves out one formula at a time
    /// (MacKinnon, Nielsen and Webb, Journal of Applied Econometrics 38, 671, 2023: their CV3). A formula that brings much of the error
    /// draws the effect to itself, so that the plain sum of squares is too small. 0 for a single formula, which tells nothing of others.
    /// </summary>
    public double Variance => Count < 2 ? 0 : Unequal * _sums.Values.Sum(s => Square(s.Move / s.Rest));

    /// <summary>The sum of the squares of the moves.</summary>
    public double Squares => _sums.Values.Sum(s => Square(s.Move));

    /// <summary>The sum of the squares of the formulas' shares of the error.</summary>
    public double SquaresOfError => _sums.Values.Sum(s => Square(s.OfError));

    /// <summary>
    /// The part of the variance that comes from some of the formulas, less what crystals would bring that have nothing in common; below 0
    /// where formulas happen to differ less than that.
    /// </summary>
    /// <param name="some">Of some formulas, the sum of their moves and the sum of the squares of those of single crystals.</param>
    public double Beyond(IEnumerable<KeyValuePair<int, (double Move, double OfCrystals)>> some) => Count < 2 ? 0
        : Unequal * some.Sum(s => (Square(s.Value.Move) / _sums[s.Key].Rest - s.Value.OfCrystals) / _sums[s.Key].Rest);

    private double Unequal => (Count - 1.0) / Count;

    private static double Square(double x) => x * x;

    private sealed class Sum
    {
        public double Move { get; set; }

        public double OfError { get; set; }

        public double OfCrystals { get; set; }

        // What the other formulas bring of the error; where that is next to nothing, leaving out this one leaves nothing to compare.
        public double Rest => Math.Max(1e-6, 1 - OfError);
    }
}
