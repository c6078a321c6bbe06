using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Datasets;

/// <summary>
/// A task of the benchmark matbench v0.1: a file with one property of many materials. Its rows have ids by their place in the file, and its
/// folds are defined over all of them.
/// </summary>
/// <param name="Name">Its name, which is also that of its file without the ending.</param>
/// <param name="Rows">How many rows the file has.</param>
public sealed record MatbenchTask(string Name, int Rows)
{
    private const string Prefix = "matbench_";

    /// <summary>All tasks.</summary>
    public static ImmutableArray<MatbenchTask> All { get; } =
    [
        new("matbench_steels", 312), new("matbench_jdft2d", 636), new("matbench_phonons", 1_265), new("matbench_expt_gap", 4_604),
        new("matbench_dielectric", 4_764), new("matbench_expt_is_metal", 4_921), new("matbench_glass", 5_680),
        new("matbench_log_gvrh", 10_987), new("matbench_log_kvrh", 10_987), new("matbench_perovskites", 18_928),
        new("matbench_mp_gap", 106_113), new("matbench_mp_is_metal", 106_113), new("matbench_mp_e_form", 132_752),
    ];

    private string Start => $"mb-{Name[Prefix.Length..].Replace('_', '-')}-";

    private int Digits => Rows.ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>The task whose file has a name like <c>matbench_mp_gap.json.gz</c>; null for other files.</summary>
    public static MatbenchTask? OfFile(string name) =>
        All.FirstOrDefault(t => name.StartsWith($"{t.Name}.", StringComparison.OrdinalIgnoreCase));

    /// <summary>The task whose row has an id; null for other ids.</summary>
    public static MatbenchTask? OfId(string id) => All.FirstOrDefault(t => t.RowOf(id) is not null);

    /// <summary>The id of a row, like <c>mb-mp-e-form-000001</c> of the first.</summary>
    /// <param name="row">The row, from 0.</param>
    public string IdOf(int row) => Start + (row + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    /// <summary>The row, from 0, that has an id; null where none has.</summary>
    public int? RowOf(string id) =>
        id.StartsWith(Start, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(Start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= Rows && id == IdOf(number - 1)
            ? number - 1
            : null;
}
