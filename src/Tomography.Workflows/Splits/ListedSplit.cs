using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Listed ids: three files name the materials of each part, one id per line; every seed has the same parts.</summary>
internal sealed class ListedSplit : SplitRule
{
    private const int MostShown = 3;

    /// <inheritdoc/>
    public override bool Applies(SplitSettings settings) => settings.ListsIds;

    /// <inheritdoc/>
    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place)
    {
        var places = materials.Ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var taken = new Dictionary<int, string>();
        return new(
            [.. Part("train-ids", settings.TrainIds)], [.. Part("validation-ids", settings.ValidationIds)],
            [.. Part("test-ids", settings.TestIds)]);

        List<int> Part(string key, string file)
        {
            var (part, unknown) = (new List<int>(), new List<string>());
            foreach (var id in Read(key, file, materials.Folder))
            {
                if (!places.TryGetValue(id, out var material))
                    unknown.Add(id);
                else if (taken.TryAdd(material, key))
                    part.Add(material);
                else
                    throw new SplitException(
                        key,
                        $"'{YamlReading.Shown(id, 40)}' stands in 'split.{taken[material]}' and again in 'split.{key}': "
                            + "a material is in one part, once.");
            }

            // Some unknown ids are remarked upon; a file of nothing else is a mistake.
            if (part.Count == 0)
                throw new SplitException(
                    key,
                    $"None of the {unknown.Count} ids of '{file}' is one of the dataset's{Like(unknown)}; "
                        + $"the dataset has ids like {string.Join(", ", materials.Ids.Take(MostShown))}.");
            return part;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place)
    {
        foreach (var (key, file) in Files(settings))
        {
            var ids = Encoding.UTF8.GetBytes(string.Join('\n', Read(key, file, experiment.Folder)));
            yield return new($"split.{key}", Convert.ToHexStringLower(SHA256.HashData(ids)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SplitRemark> Remarks(SplitSettings settings, SplitMaterials materials)
    {
        var known = materials.Ids.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, file) in Files(settings))
        {
            var ids = Read(key, file, materials.Folder).ToArray();
            var unknown = ids.Where(id => !known.Contains(id)).ToList();
            if (unknown.Count > 0)
                yield return new(
                    key,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{unknown.Count} of the {ids.Length} ids of '{file}' are left out{Like(unknown)}: "
                            + $"the dataset that is used does not have them, or they were set aside."));
        }
    }

    private static (string Key, string File)[] Files(SplitSettings settings) =>
        [("train-ids", settings.TrainIds), ("validation-ids", settings.ValidationIds), ("test-ids", settings.TestIds)];

    private static string Like(List<string> ids) =>
        ids.Count == 0 ? "" : $", like {string.Join(", ", ids.Take(MostShown).Select(id => YamlReading.Shown(id, 40)))}";

    /// <summary>The ids of a file: one per line, blank lines and lines that begin with # left out.</summary>
    private static IEnumerable<string> Read(string key, string file, string folder)
    {
        try
        {
            var lines = InputFile.ReadAllText(Path.GetFullPath(file, folder)).Split('\n').Select(l => l.Trim());
            return [.. lines.Where(l => l.Length > 0 && l[0] != '#')];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SplitException(key, $"The ids cannot be read: {e.Message} Paths are relative to the experiment file.");
        }
    }
}
