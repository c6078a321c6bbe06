using System.IO.Compression;
using System.Text;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public class CompressedDatasets
{
    private const string Cif =
        "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma "
            + "90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nCs1 0 0 0\nCl1 0.5 0.5 0.5\n";

    private static string Csv =>
        "material_id,density,cif\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"m{i},{i * 0.37 % 5},\"{Cif}\"\n"));

    [Fact]
    public void A_whole_file_is_read()
    {
        using var folder = new TemporaryFolder();
        DatasetReader.ReadCsv(Write(folder, Compress(Csv))).Dataset!.Materials.Length.ShouldBe(300);
    }

    [Fact]
    public void A_file_of_several_members_is_read()
    {
        using var folder = new TemporaryFolder();
        var half = Csv.IndexOf("m150,", StringComparison.Ordinal);
        DatasetReader.ReadCsv(Write(folder, [.. Compress(Csv[..half]), .. Compress(Csv[half..])])).Dataset!.Materials.Length.ShouldBe(300);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void A_file_that_was_cut_is_refused_instead_of_losing_materials(double share)
    {
        using var folder = new TemporaryFolder();
        var bytes = Compress(Csv);
        var result = DatasetReader.ReadCsv(Write(folder, bytes[..(int)(share * bytes.Length)]));
        result.Dataset.ShouldBeNull();
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.Source);
    }

    private static string Write(TemporaryFolder folder, byte[] bytes)
    {
        var path = folder.PathOf("materials.csv.gz");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Compress(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}
