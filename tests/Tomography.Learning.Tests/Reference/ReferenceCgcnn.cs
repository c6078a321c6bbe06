using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Learning.Tests;

/// <summary>
/// CGCNN in float64, written down as the equations of Xie and Grossman (2018) stand: every site, every bond, every Gaussian, no tricks. It
/// judges the engine. Folded graphs are taken too: sums over sites and bonds are then weighted, and a gradient is the total over the sites
/// or bonds that a row stands for.
/// </summary>
public sealed class ReferenceCgcnn
{
    private const double NormEpsilon = 1e-5;

    private readonly ModelSettings _model;
    private readonly GaussianBasis _basis;
    private readonly int _elementFeatures, _featureLength;
    private readonly Dictionary<string, double[]> _velocity = new(StringComparer.Ordinal);

    public ReferenceCgcnn(ModelSettings model, GaussianBasis basis, int elementFeatures, int featureLength, TorchParameters initial)
    {
        (_model, _basis, _elementFeatures, _featureLength) = (model, basis, elementFeatures, featureLength);
        Parameters = new(initial.Select(p => KeyValuePair.Create(p.Key, p.Value.ToArray())));
        for (var l = 0; l < model.Convolutions; l++)
        {
            Parameters.TryAdd($"convs.{l}.bn1.running_mean", new double[2 * model.AtomFeatures]);
            Parameters.TryAdd($"convs.{l}.bn1.running_var", [.. Enumerable.Repeat(1.0, 2 * model.AtomFeatures)]);
            Parameters.TryAdd($"convs.{l}.bn2.running_mean", new double[model.AtomFeatures]);
            Parameters.TryAdd($"convs.{l}.bn2.running_var", [.. Enumerable.Repeat(1.0, model.AtomFeatures)]);
        }
    }

    public TorchParameters Parameters { get; }

    public TorchParameters Gradients { get; private set; } = [];

    /// <summary>Forward in evaluation mode.</summary>
    public double[] Predict(ReferenceBatch batch) => Run(batch, training: false, lossOf: null).Predictions;

    /// <summary>Forward in training mode, loss, gradients.</summary>
    public (double[] Predictions, double Loss) ForwardBackward(ReferenceBatch batch, double[] targets) =>
        Run(batch, training: true, (predictions, _) =>
        {
            var errors = predictions.Select((p, c) => p - targets[c]).ToArray();
            return (errors.Sum(e => e * e / errors.Length), [.. errors.Select(e => 2 * e / errors.Length)], []);
        });

    /// <summary>
    /// The gradients of what stands behind the pooling, at a trunk that goes by its running statistics: those of a frozen trunk. The others
    /// mean nothing.
    /// </summary>
    public double ForwardBackwardOfHead(ReferenceBatch batch, Func<double[], (double Loss, double[] Slopes)> lossOf) =>
        Run(batch, training: false, (p, _) => Without(lossOf(p))).Loss;

    /// <summary>The same for a loss that is told, with its slope in each prediction.</summary>
    public double ForwardBackward(ReferenceBatch batch, Func<double[], (double Loss, double[] Slopes)> lossOf) =>
        Run(batch, training: true, (p, _) => Without(lossOf(p))).Loss;

    /// <summary>
    /// The same of a model with a second output, of which the loss is told both, and tells its slopes in both; gives what it was told, too.
    /// </summary>
    public (double Loss, double[] Outputs, double[] Second) ForwardBackward(
        ReferenceBatch batch, Func<double[], double[], (double Loss, double[] Slopes, double[] SecondSlopes)> lossOf)
    {
        double[] second = [];
        var (outputs, loss) = Run(batch, training: true, (p, s) => lossOf(p, second = s));
        return (loss, outputs, second);
    }

    /// <summary>One step of SGD with momentum.</summary>
    public void Step(double rate, double momentum)
    {
        foreach (var (name, gradient) in Gradients)
        {
            var velocity = _velocity.TryGetValue(name, out var known) ? known : _velocity[name] = new double[gradient.Length];
            for (var i = 0; i < gradient.Length; i++)
            {
                velocity[i] = momentum * velocity[i] + gradient[i];
                Parameters[name][i] -= rate * velocity[i];
            }
        }
    }

    private static (double, double[], double[]) Without((double Loss, double[] Slopes) loss) => (loss.Loss, loss.Slopes, []);

    private (double[] Predictions, double Loss) Run(
        ReferenceBatch batch, bool training, Func<double[], double[], (double Loss, double[] Slopes, double[] SecondSlopes)>? lossOf)
    {
        int f = _model.AtomFeatures, g = _basis.Count, sites = batch.Elements.Length, crystals = batch.Sites.Length;
        var tape = new Stack<Action>();
        Gradients = new(
            Parameters
                .Where(p => !p.Key.Contains("running", StringComparison.Ordinal))
                .Select(p => KeyValuePair.Create(p.Key, new double[p.Value.Length])));
        var x = batch.Elements.SelectMany(z => z).ToArray();
        var v = Linear("embedding", new(sites, _elementFeatures, x), f, tape);
        for (var l = 0; l < _model.Convolutions; l++) v = Convolve($"convs.{l}.", v);

        var pooled = new Tensor(crystals, f + _featureLength);
        for (var i = 0; i < sites; i++)
            for (var c = 0; c < f; c++)
                pooled[batch.Owner[i], c] += batch.SiteWeight[i] * v[i, c] / batch.Sites[batch.Owner[i]];
        for (var c = 0; c < crystals; c++)
            for (var k = 0; k < _featureLength; k++)
                pooled[c, f + k] = batch.Features[c][k];
        tape.Push(() =>
        {
            for (var i = 0; i < sites; i++)
            for (var c = 0; c < f; c++)
                v.Gradient[i * f + c] +=
                    batch.SiteWeight[i] * pooled.Gradient[batch.Owner[i] * (f + _featureLength) + c] / batch.Sites[batch.Owner[i]];
        });
        var h = Softplus(Linear("conv_to_fc", Softplus(pooled, tape), _model.Hidden, tape), tape);
        for (var l = 0; l < _model.HiddenLayers - 1; l++) h = Softplus(Linear($"fcs.{l}", h, _model.Hidden, tape), tape);
        var output = Linear("fc_out", h, 1, tape);
        var second = Parameters.ContainsKey("fc_variance.weight") ? Linear("fc_variance", h, 1, tape) : new(0, 1);
        var loss = 0.0;
        if (lossOf is not null)
        {
            (loss, var slopes, var secondSlopes) = lossOf(output.Values, second.Values);
            slopes.CopyTo(output.Gradient, 0);
            secondSlopes.CopyTo(second.Gradient, 0);
            while (tape.TryPop(out var step)) step();
        }

        return (output.Values, loss);

        Tensor Convolve(string name, Tensor input)
        {
            var bonds = batch.From.Length;
            var cat = new Tensor(bonds, 2 * f + g);
            for (var b = 0; b < bonds; b++)
            {
                for (var c = 0; c < f; c++)
                {
                    cat[b, c] = input[batch.From[b], c];
                    cat[b, f + c] = input[batch.To[b], c];
                }

                for (var k = 0; k < g; k++) cat[b, 2 * f + k] = _basis.Value(k, batch.DistanceAngstrom[b]);
            }

            tape.Push(() =>
            {
                for (var b = 0; b < bonds; b++)
                    for (var c = 0; c < f; c++)
                    {
                        input.Gradient[batch.From[b] * f + c] += cat.Gradient[b * (2 * f + g) + c];
                        input.Gradient[batch.To[b] * f + c] += cat.Gradient[b * (2 * f + g) + f + c];
                    }
            });
            var z = Norm(
                name + "bn1",
                Linear(name + "fc_full", cat, 2 * f, tape),
                [.. batch.BondCount.Select((count, b) => count * batch.SiteWeight[batch.From[b]])]);
            var s = new Tensor(sites, f);
            for (var b = 0; b < bonds; b++)
                for (var c = 0; c < f; c++)
                    s[batch.From[b], c] += batch.BondCount[b] * Sigmoid(z[b, c]) * Softplus(z[b, f + c]);
            tape.Push(() =>
            {
                for (var b = 0; b < bonds; b++)
                    for (var c = 0; c < f; c++)
                    {
                        var upstream = batch.BondCount[b] * s.Gradient[batch.From[b] * f + c];
                        double sigmoid = Sigmoid(z[b, c]), core = z[b, f + c];
                        z.Gradient[b * 2 * f + c] += upstream * sigmoid * (1 - sigmoid) * Softplus(core);
                        z.Gradient[b * 2 * f + f + c] += upstream * sigmoid * Sigmoid(core);
                    }
            });
            var normed = Norm(name + "bn2", s, batch.SiteWeight);
            var sum = new Tensor(sites, f, [.. input.Values.Zip(normed.Values, (a, b) => a + b)]);
            tape.Push(() =>
            {
                for (var i = 0; i < sum.Gradient.Length; i++)
                {
                    input.Gradient[i] += sum.Gradient[i];
                    normed.Gradient[i] += sum.Gradient[i];
                }
            });
            return Softplus(sum, tape);
        }

        Tensor Norm(string name, Tensor input, double[] weight)
        {
            int n = input.Rows, width = input.Columns;
            var total = weight.Sum();
            var result = new Tensor(n, width);
            double[] runningMean = Parameters[name + ".running_mean"], runningVariance = Parameters[name + ".running_var"];
            double[] mean = new double[width], deviation = new double[width];
            double[] gamma = Parameters[name + ".weight"], beta = Parameters[name + ".bias"];
            for (var c = 0; c < width; c++)
            {
                mean[c] = training && n > 0 ? Enumerable.Range(0, n).Sum(r => weight[r] * input[r, c]) / total : runningMean[c];
                var variance =
                    training && n > 0
                        ? Enumerable.Range(0, n).Sum(r => weight[r] * (input[r, c] - mean[c]) * (input[r, c] - mean[c])) / total
                        : runningVariance[c];
                deviation[c] = Math.Sqrt(variance + NormEpsilon);
                for (var r = 0; r < n; r++) result[r, c] = gamma[c] * (input[r, c] - mean[c]) / deviation[c] + beta[c];
                if (training && n > 0)
                {
                    runningMean[c] = 0.9 * runningMean[c] + 0.1 * mean[c];
                    runningVariance[c] = 0.9 * runningVariance[c] + 0.1 * variance * (total > 1 ? total / (total - 1) : 1);
                }
            }

            tape.Push(() =>
            {
                for (var c = 0; c < width; c++)
                {
                    double sum = 0, sumHat = 0;
                    for (var r = 0; r < n; r++)
                    {
                        var dy = result.Gradient[r * width + c];
                        sum += dy;
                        sumHat += dy * (input[r, c] - mean[c]) / deviation[c];
                    }

                    Gradients[name + ".weight"][c] += sumHat;
                    Gradients[name + ".bias"][c] += sum;
                    for (var r = 0; r < n; r++)
                    {
                        var hat = (input[r, c] - mean[c]) / deviation[c];
                        input.Gradient[r * width + c] +=
                            gamma[c] / deviation[c] * (result.Gradient[r * width + c] - weight[r] * (sum + hat * sumHat) / total);
                    }
                }
            });
            return result;
        }
    }

    private Tensor Linear(string name, Tensor input, int outputs, Stack<Action> tape)
    {
        double[] weight = Parameters[name + ".weight"], bias = Parameters[name + ".bias"];
        var result = new Tensor(input.Rows, outputs);
        for (var r = 0; r < input.Rows; r++)
            for (var o = 0; o < outputs; o++)
            {
                var sum = bias[o];
                for (var i = 0; i < input.Columns; i++) sum += weight[o * input.Columns + i] * input[r, i];
                result[r, o] = sum;
            }

        tape.Push(() =>
        {
            for (var r = 0; r < input.Rows; r++)
                for (var o = 0; o < outputs; o++)
                {
                    var dy = result.Gradient[r * outputs + o];
                    Gradients[name + ".bias"][o] += dy;
                    for (var i = 0; i < input.Columns; i++)
                    {
                        Gradients[name + ".weight"][o * input.Columns + i] += dy * input[r, i];
                        input.Gradient[r * input.Columns + i] += dy * weight[o * input.Columns + i];
                    }
                }
        });
        return result;
    }

    private static Tensor Softplus(Tensor input, Stack<Action> tape)
    {
        var result = new Tensor(input.Rows, input.Columns, [.. input.Values.Select(Softplus)]);
        tape.Push(() =>
        {
            for (var i = 0; i < input.Values.Length; i++) input.Gradient[i] += result.Gradient[i] * Sigmoid(input.Values[i]);
        });
        return result;
    }

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private sealed class Tensor(int rows, int columns, double[]? values = null)
    {
        public int Rows => rows;

        public int Columns => columns;

        public double[] Values { get; } = values ?? new double[rows * columns];

        public double[] Gradient { get; } = new double[rows * columns];

        public double this[int r, int c]
        {
            get => Values[r * columns + c];
            set => Values[r * columns + c] = value;
        }
    }
}
