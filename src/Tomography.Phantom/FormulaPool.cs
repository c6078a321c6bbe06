using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>The formulas of the materials of a phantom.</summary>
public sealed class FormulaPool
{
    // A quarter of materials takes the formula of one of the hundred before it.
    private const double CopyShare = 0.25;
    private const int CopyReach = 100;
    private const int CopyStream = 0, FormulaStream = 1;

    // So many draws in a row without a new formula: there is none left.
    private const int MostDraws = 20_000;

    private readonly PhantomSettings _settings;
    private readonly ImmutableArray<Filling> _shared;

    /// <summary>Draws the formulas that materials share, where there is a number of them.</summary>
    /// <exception cref="ArgumentException">The formula types have not so many formulas.</exception>
    public FormulaPool(PhantomSettings settings)
    {
        _settings = settings;
        _shared = settings.Formulas is { } count ? Shared(settings, count) : [];
        if (settings.Formulas is { } wanted && _shared.Length < wanted)
            throw new ArgumentException(
                $"There are only {_shared.Length} formulas of these types, and {wanted} were asked for.", nameof(settings));
    }

    /// <summary>The formula of a material, with its charges.</summary>
    /// <param name="index">Number of the material from 0.</param>
    public Filling Of(int index)
    {
        if (!_shared.IsEmpty) return _shared[index % _shared.Length];
        while (index > 0)
        {
            var copy = new PhantomRandom(_settings.Seed, index, CopyStream);
            if (copy.Unit() >= CopyShare) break;
            index -= 1 + copy.Below(Math.Min(index, CopyReach));
        }

        return Drawn(_settings, index);
    }

    /// <summary>How many of the formulas that a phantom asks for there are: as many, or fewer where its types have no more.</summary>
    /// <param name="settings">What the phantom is made of.</param>
    /// <returns>0 where it asks for no number.</returns>
    public static int Count(PhantomSettings settings) => settings.Formulas is { } wanted ? Shared(settings, wanted).Length : 0;

    private static ImmutableArray<Filling> Shared(PhantomSettings settings, int count)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var shared = ImmutableArray.CreateBuilder<Filling>();
        for (int index = 0, last = 0; shared.Count < count && index - last < MostDraws; index++)
        {
            var drawn = Drawn(settings, index);
            if (!known.Add(string.Join(' ', drawn.Formula().Select(p => $"{p.Symbol}{p.Count}")))) continue;
            shared.Add(drawn);
            last = index;
        }

        return shared.ToImmutable();
    }

    private static Filling Drawn(PhantomSettings settings, int index)
    {
        var random = new PhantomRandom(settings.Seed, index, FormulaStream);
        return FillingDraw.Next(FormulaRules.Among(settings.FormulaTypes), ref random);
    }
}
