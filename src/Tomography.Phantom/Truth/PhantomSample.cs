using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>Materials of a phantom by their numbers alone, without crystals: many of them in little time.</summary>
internal sealed class PhantomSample
{
    private const int RandomStream = 5;

    private readonly ImmutableArray<PhantomProperties> _materials;
    private readonly PhantomSettings _settings;

    private PhantomSample(PhantomSettings settings, ImmutableArray<PhantomProperties> materials, ImmutableArray<int> groups)
    {
        (_settings, _materials, Groups) = (settings, materials, groups);
    }

    /// <summary>The formula of each material, or the crystal, as a number.</summary>
    public ImmutableArray<int> Groups { get; }

    /// <summary>Materials as the phantom has them, only more, grouped by their formulas.</summary>
    public static PhantomSample OfFormulas(PhantomModel model, PhantomSettings settings, int count)
    {
        var pool = new FormulaPool(settings);
        var known = new Dictionary<Filling, int>();
        var made = new PhantomProperties[count];
        Parallel.For(0, count, k => made[k] = PhantomDraw.Of(model, pool.Of(k), settings.Seed, k).Measured());
        return new(settings, [.. made], [.. Enumerable.Range(0, count).Select(k =>
            known.TryGetValue(pool.Of(k), out var group) ? group : known[pool.Of(k)] = known.Count)]);
    }

    /// <summary>Crystals of the phantom, each in many cells, grouped by the crystals.</summary>
    public static PhantomSample OfCells(PhantomModel model, PhantomSettings settings, int crystals, int cells)
    {
        var pool = new FormulaPool(settings);
        var made = new PhantomProperties[crystals * cells];
        Parallel.For(0, crystals, k =>
        {
            var draw = PhantomDraw.Of(model, pool.Of(k), settings.Seed, k);
            for (var c = 0; c < cells; c++) made[k * cells + c] = draw.InOtherCell(settings.Seed, k * cells + c).Measured();
        });
        return new(settings, [.. made], [.. Enumerable.Range(0, made.Length).Select(k => k / cells)]);
    }

    /// <summary>The column of a property, with what kind it is; null where the phantom has none.</summary>
    public PropertyColumn? Column(PropertyName name)
    {
        if (PropertyCatalogue.Known.Find(name.Value) is { } property)
            return new(property, [.. _materials.Select(m => PhantomDataset.ValueOf(property, m))]);
        var place = _settings.Planted.Select(p => p.Name).ToList().IndexOf(name);
        if (place < 0) return null;
        var seed = _settings.Seed + (ulong)place;
        return new(
            _settings.Planted.ElementAt(place),
            [.. Enumerable.Range(0, _materials.Length).Select(k => new PhantomRandom(seed, k, RandomStream).Unit())]);
    }
}
