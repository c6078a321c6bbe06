using System.Runtime.InteropServices;

namespace Tomography.Analysis;

/// <summary>By how much the crystals of each formula move an effect, all seeds together.</summary>
internal sealed class FormulaMoves
{
    private readonly Dictionary<int, Sums> _formulas = [];

    /// <summary>Adds what one crystal of one seed does.</summary>
    /// <param name="formula">Its formula.</param>
    /// <param name="part">Its part of the effect and of all that it is made of.</param>
    public void Add(int formula, CrystalPart part)
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_formulas, formula, out _);
        sums = new(
            sums.Move + part.Move, sums.OfErrorWithout + part.OfErrorWithout, sums.OfErrorWith + part.OfErrorWith,
            sums.OfCrystals + part.OfCrystals);
    }

    /// <summary>How many formulas there are.</summary>
    public int Count => _formulas.Count;

    /// <summary>
    /// How many formulas of equally many crystals and equal errors would be as much evidence, from 1 to <see cref="Count"/>: where one has
    /// most of the crystals, or of the error, not many more than one (Carter, Schnepel and Steigerwald, Review of Economics and Statistics
    /// 99, 698, 2017).
    /// </summary>
    public double Worth =>
        1 / Math.Max(_formulas.Values.Sum(s => Square(s.OfCrystals)), _formulas.Values.Sum(s => Square(s.OfErrorWithout)));

    /// <summary>
    /// Variance of the effect because other formulas might have been tested: the jackknife that leaves out one formula at a time
    /// (MacKinnon, Nielsen and Webb, Journal of Applied Econometrics 38, 671, 2023: their CV3). A formula that brings much of the error
    /// draws the effect to itself, so that the plain sum of squares is too small. 0 for a single formula, which tells nothing of others.
    /// </summary>
    public double Variance => Count < 2 ? 0 : Unequal * _formulas.Values.Sum(s => Square(s.Move / s.Rest));

    /// <summary>The sum of the squares of the moves.</summary>
    public double Squares => _formulas.Values.Sum(s => Square(s.Move));

    /// <summary>The sum of the squares of the formulas' shares of the error: the mean of that of both kinds of models.</summary>
    public double SquaresOfError => _formulas.Values.Sum(s => (Square(s.OfErrorWithout) + Square(s.OfErrorWith)) / 2);

    /// <summary>
    /// The part of the variance that comes from some of the formulas, less what their crystals and all others would bring to it that have
    /// nothing in common; below 0 where formulas happen to differ less than that.
    /// </summary>
    /// <param name="some">Of some formulas, the sum of their moves and the sum of the squares of those of single crystals.</param>
    /// <param name="ofAllCrystals">The sum of the squares of the moves of all crystals.</param>
    public double Beyond(IEnumerable<KeyValuePair<int, (double Move, double OfCrystals)>> some, double ofAllCrystals) => Count < 2 ? 0
        : Unequal * some.Sum(s =>
        {
            // Leaving out a formula moves the effect by its own crystals, and by the others as they weigh more without it.
            var sums = _formulas[s.Key];
            return Square(s.Value.Move / sums.Rest) - s.Value.OfCrystals
                - Square(sums.OfErrorWithout / sums.Rest) * (ofAllCrystals - s.Value.OfCrystals);
        });

    private double Unequal => (Count - 1.0) / Count;

    private static double Square(double x) => x * x;

    private readonly record struct Sums(double Move, double OfErrorWithout, double OfErrorWith, double OfCrystals)
    {
        // What the other formulas bring of the error; where that is next to nothing, leaving out this one leaves nothing to compare.
        public double Rest => Math.Max(1e-6, 1 - OfErrorWithout);
    }
}
