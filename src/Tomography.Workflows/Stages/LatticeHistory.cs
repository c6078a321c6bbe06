using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>
/// The lattices of earlier runs of an experiment, in the store, so that a report can tell how they change from loop to loop. A run is kept
/// when its lattice is none of those kept; a run without a change is no loop, and neither is a report on fewer seeds after one on more.
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
    /// <param name="onDamage">Told of a history that was damaged; drift is then told from the next run on.</param>
    /// <param name="now">
    /// The lattices of this run, where they are known: a run that equals them is this one, and what was kept after it is not earlier.
    /// </param>
    public ImmutableArray<ImmutableArray<EntanglementLattice>> Read(
        Plan plan,
        Variant variant,
        Action<string> onDamage,
        ImmutableArray<EntanglementLattice>? now = null)
    {
        var runs = Load(PathOf(plan, variant), onDamage) ?? [];
        return now is { } lattices && PlaceOf(lattices, runs) is var place and >= 0 ? runs[..place] : runs;
    }

    /// <summary>Keeps the lattices of a run; not over a history that is damaged and could not be set aside.</summary>
    public void Keep(Plan plan, Variant variant, ImmutableArray<EntanglementLattice> lattices)
    {
        var path = PathOf(plan, variant);
        if (Load(path, _ => { }) is not { } runs) return; // told when the report read it
        if (PlaceOf(lattices, runs) >= 0) return;
        runs = runs.Add(lattices);
        if (runs.Length > MostRuns) runs = runs.RemoveRange(0, runs.Length - MostRuns);
        AtomicFile.Write(path, stream => CheckedJson.Write(stream, runs), folders.Temporary);
    }

    /// <summary>The runs of a history; null where it is damaged and stays where it is.</summary>
    private ImmutableArray<ImmutableArray<EntanglementLattice>>? Load(string path, Action<string> onDamage)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return CheckedJson.Read<ImmutableArray<ImmutableArray<EntanglementLattice>>>(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ImmutableArray<ImmutableArray<EntanglementLattice>>.Empty; // none yet
        }
        catch (InvalidDataException e)
        {
            DamagedFiles.SetAside(
                folders,
                path,
                where =>
                    onDamage(
                        $"The lattices of earlier runs were damaged, and the file {where}, so this run counts as the first: {e.Message}"));
            return File.Exists(path) ? null : ImmutableArray<ImmutableArray<EntanglementLattice>>.Empty;
        }
    }

    /// <summary>
    /// Where a run was kept; -1 where it was not. Training repeats to the bit, so equal lattices come from the same models.
    /// </summary>
    private static int PlaceOf(ImmutableArray<EntanglementLattice> lattices, ImmutableArray<ImmutableArray<EntanglementLattice>> runs)
    {
        var text = Text(lattices);
        return runs.ToList().FindLastIndex(r => Text(r) == text);
    }

    private static string Text(ImmutableArray<EntanglementLattice> lattices) =>
        System.Text.Json.JsonSerializer.Serialize(lattices, Json.Line);

    /// <summary>
    /// By name, and by all that makes it the same study but for its seeds: more seeds are the next loop, other crystals or settings another
    /// study.
    /// </summary>
    private string PathOf(Plan plan, Variant variant)
    {
        var study = string.Join(
            '\n',
            [
                plan.Dataset.CrystalsHash,
                string.Join(' ', plan.Representations),
                string.Join(' ', plan.Targets),
                string.Join(' ', plan.Features),
                .. repertoire.Study.Settings.Select(setting => setting.PartOf(variant.Settings)?.ToString()).OfType<string>(),
            ]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(study)))[..12];
        return Path.Combine(folders.Lattices, $"{plan.Experiment}-{hash}.json");
    }
}
