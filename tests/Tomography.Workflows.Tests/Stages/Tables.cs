using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tomography.Workflows.Tests;

/// <summary>CSV datasets of simple cubic crystals.</summary>
internal static class Tables
{
    private static readonly string[] s_elements = ["Fe", "Ni", "Co", "Cu"];

    /// <summary>Materials with density, volume and is-hubbard.</summary>
    /// <param name="materials">How many.</param>
    /// <param name="density">Their densities; empty text for none.</param>
    /// <param name="cif">Their crystals; null for a cube.</param>
    /// <param name="more">Further columns, by header.</param>
    public static string Csv(
        int materials, Func<int, string>? density = null, Func<int, string>? cif = null,
        params (string Header, Func<int, string> Cell)[] more)
    {
        var text = new StringBuilder($"material_id,density,volume,is_hubbard,{string.Concat(more.Select(m => m.Header + ","))}cif\n");
        for (var i = 0; i < materials; i++)
        {
            var edge = string.Create(CultureInfo.InvariantCulture, $"{3 + 0.01 * i:0.00}");
            var cells = string.Concat(more.Select(m => m.Cell(i) + ","));
            text.Append(
                CultureInfo.InvariantCulture,
                $"m-{i},{density?.Invoke(i) ?? $"{i * 0.5}"},{27 + i},{i % 2 == 0},{cells}"
                + $"\"{cif?.Invoke(i) ?? Cif(s_elements[i % 4], edge)}\"\n");
        }

        return text.ToString();
    }

    /// <summary>A file as those of matbench are, of simple cubes.</summary>
    /// <param name="target">The name of its property.</param>
    /// <param name="rows">How many.</param>
    /// <param name="isWhole">Whether the crystal of a row can be read; all where it is null.</param>
    public static string Matbench(string target, int rows, Func<int, bool>? isWhole = null)
    {
        var data = Enumerable.Range(0, rows).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""[{{(isWhole?.Invoke(i) == false ? "null" : Structure(s_elements[i % 4], 3 + 0.01 * i))}}, {{27 + i % 50}}]"""));
        return $$"""
            { "index": [{{string.Join(',', Enumerable.Range(0, rows))}}], "columns": ["structure", "{{target}}"],
            "data": [{{string.Join(",\n", data)}}] }
            """;
    }

    /// <summary>Without what is noticed of the crystals: their densities and volumes are those that tests need, not their own.</summary>
    public static ImmutableArray<Diagnostic> WithoutNotices(this IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Code != DiagnosticCodes.CrystalsNoticed)];

    public static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Structure(string element, double edge) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        { "lattice": { "matrix": [[{{edge}}, 0, 0], [0, {{edge}}, 0], [0, 0, {{edge}}]] },
        "sites": [{ "species": [{ "element": "{{element}}", "occu": 1 }], "abc": [0, 0, 0] }] }
        """);

    private static string Cif(string element, string edge) =>
        $"data_x\n_cell_length_a {edge}\n_cell_length_b {edge}\n_cell_length_c {edge}\n_cell_angle_alpha 90\n_cell_angle_beta "
            + $"90\n_cell_angle_gamma 90\n"
        + $"loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n{element} 0 0 0\n";
}
