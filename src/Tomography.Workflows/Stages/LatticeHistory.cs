using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// The lattices of earlier runs of an experiment, in the store, so that a report can tell how they change from loop to loop. A run is kept
/// when its lattice is none of those kept; a run without a change is no loop, and neither is a report on fewer seeds after one on more.
/// Lattices of features, of what is learnt along and of starts at each number of labels have a history each: they change for themselves.
/// </summary>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What settings there are.</param>
internal sealed class LatticeHistory(StoreFolders folders, Repertoire repertoire)
{
    /// <summary>Runs kept; the oldest go first.</summary>
    private const int MostRuns = 50;

    /// <summary>The lattices of the runs before this one, oldest first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="onDamage">
    /// Told of a history that was damaged or is of another version of the program; drift is then told from the next run on.
    /// </param>
    /// <param name="now">
    /// The lattices of this run, where they are known: a run that equals them is this one, and what was kept after it is not earlier.
    /// </param>
    /// <param name="kind">Which lattices; those of features where it is left out.</param>
    public ImmutableArray<ImmutableArray<EntanglementLattice>> Read(
        Plan plan,
        Variant variant,
        Action<string> onDamage,
        ImmutableArray<EntanglementLattice>? now = null,
        LatticeKind kind = default)
    {
        var runs = Load(PathOf(plan, variant, kind), onDamage) ?? [];
        if (now is { } lattices && PlaceOf(Kept(lattices), runs) is var place and >= 0) runs = runs[..place];
        return [.. runs.Select(run => run.Select(lattice => lattice.Lattice()).ToImmutableArray())];
    }

    /// <summary>Keeps the lattices of a run; not over a history that is damaged and could not be set aside.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="lattices">The lattices, one per representation.</param>
    /// <param name="kind">Which lattices; those of features where it is left out.</param>
    public void Keep(Plan plan, Variant variant, ImmutableArray<EntanglementLattice> lattices, LatticeKind kind = default)
    {
        var path = PathOf(plan, variant, kind);
        if (Load(path, _ => { }) is not { } runs) return; // told when the report read it
        var kept = Kept(lattices);
        if (PlaceOf(kept, runs) >= 0) return;
        runs = runs.Add(kept);
        if (runs.Length > MostRuns) runs = runs.RemoveRange(0, runs.Length - MostRuns);
        AtomicFile.Write(path, stream => CheckedJson.Write(stream, new KeptRuns(KeptRuns.CurrentFormat, runs)), folders.Temporary);
    }

    /// <summary>The runs of a history; null where it cannot be used and stays where it is.</summary>
    private ImmutableArray<ImmutableArray<KeptLattice>>? Load(string path, Action<string> onDamage)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var content = CheckedJson.Read<JsonElement>(stream);
            if (content.ValueKind == JsonValueKind.Object
                && content.TryGetProperty("format", out var format)
                && format.TryGetInt32(out var number)
                && number == KeptRuns.CurrentFormat)
                return Runs(content);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ImmutableArray<ImmutableArray<KeptLattice>>.Empty; // none yet
        }
        catch (InvalidDataException e)
        {
            return SetAside(where =>
                $"The lattices of earlier runs were damaged, and the file {where}, so this run counts as the first: {e.Message}");
        }

        return SetAside(where =>
            $"The lattices of earlier runs are in the form of another version of this program, and the file {where}, so this run counts as "
                + "the first.");

        ImmutableArray<ImmutableArray<KeptLattice>>? SetAside(Func<string, string> message)
        {
            DamagedFiles.SetAside(folders, path, where => onDamage(message(where)));
            return File.Exists(path) ? null : ImmutableArray<ImmutableArray<KeptLattice>>.Empty;
        }
    }

    private static ImmutableArray<ImmutableArray<KeptLattice>> Runs(JsonElement content)
    {
        try
        {
            return content.Deserialize<KeptRuns>(Json.Indented)!.Runs is { IsDefault: false } runs
                ? runs
                : throw new InvalidDataException("it has no runs.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"it is not whole: {e.Message}", e);
        }
    }

    private static ImmutableArray<KeptLattice> Kept(ImmutableArray<EntanglementLattice> lattices) => [.. lattices.Select(KeptLattice.Of)];

    /// <summary>
    /// Where a run was kept; -1 where it was not. Training repeats to the bit, so equal lattices come from the same models.
    /// </summary>
    private static int PlaceOf(ImmutableArray<KeptLattice> lattices, ImmutableArray<ImmutableArray<KeptLattice>> runs)
    {
        var text = Text(lattices);
        return runs.ToList().FindLastIndex(r => Text(r) == text);
    }

    private static string Text(ImmutableArray<KeptLattice> lattices) => JsonSerializer.Serialize(lattices, Json.Line);

    /// <summary>
    /// By name, and by all that makes it the same study but for its seeds: more seeds are the next loop, other crystals or settings another
    /// study.
    /// </summary>
    private string PathOf(Plan plan, Variant variant, LatticeKind kind)
    {
        var study = string.Join(
            '\n',
            [
                plan.Dataset.CrystalsHash,
                string.Join(' ', plan.Representations),
                string.Join(' ', plan.Targets),
                .. EdgesOf(plan, variant, kind),
                .. repertoire.Study.Settings.Select(setting => setting.PartOf(variant.Settings)?.ToString()).OfType<string>(),
            ]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(study)))[..12];
        return Path.Combine(folders.Lattices, $"{plan.Experiment}-{hash}{EndOf(kind)}.json");
    }

    private static string EndOf(LatticeKind kind) => kind.Edges switch
    {
        EdgeKind.Transfer => "-transfer",
        EdgeKind.Start => string.Create(CultureInfo.InvariantCulture, $"-starts-{(kind.Labels is { } labels ? labels : "all")}"),
        _ => "",
    };

    // Which edges such a lattice has, and what else its models are told by.
    private IEnumerable<string> EdgesOf(Plan plan, Variant variant, LatticeKind kind)
    {
        if (kind.Edges == EdgeKind.Feature) return [string.Join(' ', plan.Features)];
        if (kind.Edges == EdgeKind.Start)
            return variant.Settings.Sequence is not { } sequence ? [] :
            [
                // All starts are judged together: what there is beside those of this lattice has a part in its verdicts.
                string.Join(' ', sequence.Pairs(plan.Targets).Select(pair => $"{pair.Source}>{pair.Target}")),
                string.Create(CultureInfo.InvariantCulture, $"{sequence.TrunkRate:R} {string.Join(' ', sequence.Labels)}"),
                .. sequence.Together.IsEmpty ? [] : JointSettings(variant, sequence.Together),
            ];
        // Larger sets, such as groups that are tried later, are no edges of it.
        PropertySet[] pairs = [.. plan.Together.Where(set => set.Count == 2)];
        return [string.Join(' ', pairs), .. JointSettings(variant, pairs)];
    }

    private IEnumerable<string> JointSettings(Variant variant, IEnumerable<PropertySet> sets)
    {
        var learnt = new PropertySet(sets.SelectMany(set => set));
        return repertoire.Study.Settings.Select(setting => setting.PartOf(variant.Settings, learnt)?.ToString()).OfType<string>();
    }
}
