using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Where the rows and the four axes of a transfer figure lie, pixels.</summary>
/// <param name="Feature">Changes as a feature, percent.</param>
/// <param name="Transfer">Changes where it is learnt along, percent, on the same scale.</param>
/// <param name="Affinity">Lookahead affinity.</param>
/// <param name="Cosine">Cosine of gradients.</param>
/// <param name="Headings">The targets and their lines of text.</param>
/// <param name="Rows">The pairs and their middles.</param>
/// <param name="Bottom">Where the plot ends.</param>
internal sealed record TransferLayout(
    Axis Feature, Axis Transfer, Axis Affinity, Axis Cosine, ImmutableArray<(string Target, double Y)> Headings,
    ImmutableArray<(TransferComparison Pair, double Y)> Rows, double Bottom)
{
    /// <summary>Where the plot begins.</summary>
    public const double Top = 46;

    /// <summary>Room for a number beside an axis.</summary>
    public const double NumberRoom = 58;

    private const double RowHeight = 22, ChangeWidth = 170, GradientWidth = 96, Between = 22, CharacterWidth = 6.4, Most = 100;

    /// <summary>Width of the figure.</summary>
    public double Width => Cosine.End + NumberRoom + 6;

    /// <summary>The axes with their titles, and how numbers at their ticks are written; null for as they are.</summary>
    public ImmutableArray<(Axis Axis, string Title, Func<double, string>? Text)> Panels =>
    [
        (Feature, "as a feature", NumberText.Rounded), (Transfer, "learnt along", NumberText.Rounded),
        (Affinity, "affinity", null), (Cosine, "cosine", null),
    ];

    /// <summary>Lays pairs out, target by target.</summary>
    public static TransferLayout Of(ImmutableArray<TransferComparison> pairs)
    {
        var headings = ImmutableArray.CreateBuilder<(string, double)>();
        var rows = ImmutableArray.CreateBuilder<(TransferComparison, double)>();
        var y = Top;
        foreach (var target in pairs.GroupBy(pair => pair.To))
        {
            headings.Add((target.Key.Value, y + 13));
            y += RowHeight;
            foreach (var pair in target)
            {
                rows.Add((pair, y + RowHeight / 2));
                y += RowHeight;
            }

            y += 6;
        }

        var left = 36 + CharacterWidth * pairs.Max(pair => pair.From.Value.Length) + 14;
        double[] changes =
        [
            0,
            .. pairs.SelectMany(pair => new[] { pair.Feature?.Effect, pair.Transfer.Effect, pair.Transfer.AgainstControl }).OfType<Effect>()
                .SelectMany(effect => new[] { effect.Low, effect.High }).Select(change => Math.Clamp(100 * change, -Most, Most)),
        ];
        var (transfer, affinity) = (left + ChangeWidth + NumberRoom + Between, left + 2 * (ChangeWidth + NumberRoom + Between));
        var cosine = affinity + GradientWidth + NumberRoom + Between;
        return new(
            Axis.Around(changes, left, left + ChangeWidth),
            Axis.Around(changes, transfer, transfer + ChangeWidth),
            Axis.Around([0, .. pairs.Select(p => p.Gradient?.Affinity).OfType<double>()], affinity, affinity + GradientWidth, 2),
            Axis.Around([0, .. pairs.Select(p => p.Gradient?.Cosine).OfType<double>()], cosine, cosine + GradientWidth, 2),
            headings.ToImmutable(), rows.ToImmutable(), y);
    }
}
