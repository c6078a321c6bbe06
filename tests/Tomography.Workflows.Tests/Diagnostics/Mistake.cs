namespace Tomography.Workflows.Tests;

/// <summary>A mistake in a folder of studies, as a user would make it, and the diagnostic that tells it.</summary>
/// <param name="Code">The diagnostic.</param>
/// <param name="Experiment">Text of <c>oxides.experiment.yaml</c>.</param>
/// <param name="Files">Other files of the folder, by name.</param>
/// <param name="Asked">Names of the experiment files that are asked for.</param>
public sealed record Mistake(string Code, string Experiment, (string Name, string Text)[] Files, string[] Asked)
{
    private const string Table = "experiment: oxides\ndataset: { csv: oxides.csv }\nseeds: [1]\ntargets: [density, volume]\n";

    /// <summary>One per code that an experiment or a dataset can be guilty of.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        Of("TOMO1001", "experiment: oxides\ndataset: { csv: oxides.csv }\ntargets: [density\nseeds: [1]\n"),
        Of("TOMO1002", "experiment: oxides\ndataset: { csv: oxides.csv }\n"),
        Of("TOMO1003", "experiment: oxides\ndataset: { csv: oxides.csv }\ntargets: [density]\nseed: [1]\n"),
        Of("TOMO1004", Table + "training: { epochs: many }\n"),
        Of("TOMO1005", Table + "training: { epochs: 0 }\n"),
        Of("TOMO1006", Table + "training: { optimizer: sdg }\n"),
        Of("TOMO1007", "experiment: oxides\ndataset: { csv: oxides.csv }\ntargets: [density]\nseeds: [123, 123]\n"),
        Of("TOMO1008", Table) with { Asked = ["oxide.experiment.yaml"] },
        Of("TOMO1009", "experiment: oxides\ndataset: { phantom: { materials: 400 }, csv: oxides.csv }\ntargets: [density]\n"),
        Of("TOMO1010", "experiment: oxides\ndataset: { csv: oxides.csv }\ntargets: [oxide-type]\n"),
        Of("TOMO1011", "experiment: oxides\ndataset: { csv: \"${TomographyDataset}\" }\ntargets: [density]\n"),
        Of("TOMO1012", Table, ("b.experiment.yaml", Table)) with { Asked = ["oxides.experiment.yaml", "b.experiment.yaml"] },
        Of("TOMO1013", "targets: " + new string('[', 40)),
        Of("TOMO1014", Table + "matrix: { training.epochs: [2, 4], exclude: [{ training.epochs: 6 }] }\n"),
        Of("TOMO2001", Table.Replace("oxides.csv", "cubes.csv"), ("cube.csv", Rows(20))),
        Of("TOMO2002", Table, ("oxides.csv", "material_id,density,volume\nmp-1,2,64\n")),
        Of("TOMO2003", Table.Replace("volume", "volumes"), ("oxides.csv", Rows(20))),
        Of("TOMO2005", Table, ("oxides.csv", Rows(4))),
        Of("TOMO2006", Table, ("oxides.csv", Rows(20, density: _ => "2"))),
        Of("TOMO2007", Table, ("oxides.csv", Rows(20) + "mp-99,2,64\n")),
        Of("TOMO2008", Table, ("oxides.csv", Rows(20, id: i => i == 3 ? "" : $"mp-{i}"))),
        Of("TOMO2009", Table, ("oxides.csv", Rows(20, id: i => i == 4 ? "mp-1" : $"mp-{i}"))),
        Of("TOMO2010", Table, ("oxides.csv", Rows(20, cif: i => i == 3 ? "to be added" : Cif(i)))),
        Of("TOMO2011", Table, ("oxides.csv", Rows(20, cif: i => Cif(i, i == 4 ? "Qx1" : "Fe")))),
        Of("TOMO2012", Table, ("oxides.csv", Rows(20, cif: i => Cif(i, occupancy: i == 5 ? "0.5" : "1")))),
        Of("TOMO2013", "experiment: oxides\ndataset: { folder: oxides }\nseeds: [1]\ntargets: [volume]\n", Folder(20)),
        Of("TOMO2014", Table, ("oxides.csv", Rows(20, density: i => i == 6 ? "NaN" : $"{i}"))),
        Of(
            "TOMO2015",
            Table + "features: [oxide-type]\n",
            (
                "oxides.csv",
                Rows(
                    20,
                    oxide: i =>
                        i == 7 ? "oxyde"
                        : i % 2 == 0 ? "oxide"
                        : "None"))),
        Of("TOMO2016", Table, ("oxides.csv", Rows(20).Replace("material_id,", "note,material_id,").Replace("\nmp-", "\nwhite powder,mp-"))),
        // One in a hundred; a property that more lack is sparse, and no mistake.
        Of("TOMO2017", Table, ("oxides.csv", Rows(200, density: i => i is 6 or 9 ? "" : $"{i}"))),
        Of("TOMO2022", Table, ("oxides.csv", Rows(20, density: i => i is 6 or 9 ? "" : $"{i}"))),
        Of(
            "TOMO2023",
            Table + "split: { train-ids: train.txt, validation-ids: validation.txt, test-ids: test.txt }\n",
            ("oxides.csv", Rows(20)),
            ("train.txt", "mp-1\nmp-2\nmp-3\nmp-300\n"), ("validation.txt", "mp-4\n"), ("test.txt", "mp-5\n")),
        Of(
            "TOMO2024", Table + "properties: { density: { unit: g/cm3, transform: log10 } }\n",
            ("oxides.csv", Rows(20, density: i => i == 9 ? "-1" : $"{i}"))),
        Of(
            // Without the densities and volumes, which are none of these crystals.
            "TOMO2025", Table.Replace("density, volume", "energy, band-gap"),
            ("oxides.csv", Rows(20, cif: i => i == 3 ? Cif(i).Replace("0 0 0.0000", "0 0 .") : Cif(i))
                .Replace("density,volume", "energy,band_gap"))),
        Of(
            "TOMO2037", Table.Replace("density, volume", "energy, band-gap").Replace("csv }", "csv, disorder: majority }"),
            ("oxides.csv", Rows(20, cif: i => Cif(i, occupancy: i == 5 ? "0.6" : "1")).Replace("density,volume", "energy,band_gap"))),
        Of(
            "TOMO2026", Table,
            ("oxides.csv", Rows(20, cif: i => (i == 3 ? "data_3\n_chemical_formula_sum 'Fe2 O3'\n" : "") + Cif(i)[(i == 3 ? 7 : 0)..]))),
        Of(
            "TOMO2027", "experiment: oxides\ndataset: { folder: oxides }\nseeds: [1]\ntargets: [volume]\n",
            [.. Folder(20).Where(f => f.Item1 is not ("oxides/atom_init.json" or "oxides/m3.cif"))]),
        Of("TOMO2028", Table, ("oxides.csv", Rows(20, id: i => "").Replace("material_id,", "").Replace("\n,", "\n"))),
        Of("TOMO2029", Table, ("oxides.csv", Rows(20).Replace("oxide_type", "Density"))),
        Of("TOMO2030", Table, ("oxides.csv", "formula,density,volume\nFe2O3,5.2,100\nAl2O3,3.9,85\n")),
        Of("TOMO2031", Table, ("oxides.csv", Rows(300, density: i => i == 7 ? "70000" : $"{i}"))),
        Of("TOMO2032", Table, ("oxides.csv", Rows(300, density: i => i is 7 or 8 ? "-999" : $"{i}"))),
        Of("TOMO2033", Table + "features: [oxide-type]\n", ("oxides.csv", Rows(300, oxide: _ => "oxide"))),
        Of("TOMO2034", Table, ("oxides.csv", Rows(300, cif: i => Cif(i == 9 ? 8 : i)))),
        Of("TOMO2035", Table, ("oxides.csv", Rows(300, cif: i => Cif(i / 2)))),
        Of("TOMO2036", Table, ("oxides.csv", Rows(200))),
        Of("TOMO2048", Table, ("oxides.csv", Rows(300, cif: i => Cif(i, i % 3 == 0 ? "Fe" : i % 3 == 1 ? "Co" : "Ni")))),
        Of("TOMO2039", Table + "training: { start-from: { target: density, labels: [10, 50] } }\n", ("oxides.csv", Rows(20))),
        Of("TOMO2038", Table + "split: { hold-out: 0.05 }\n", ("oxides.csv", Rows(300))),
        Of("TOMO2018", Table, ("oxides.csv", Rows(20, cif: i => i == 8 ? Cif(i, atoms: 2448) : Cif(i)))),
    ];

    private static Mistake Of(string code, string experiment, params (string Name, string Text)[] files) =>
        new(code, experiment, files, ["oxides.experiment.yaml"]);

    /// <summary>A table of simple cubes, one material to a row.</summary>
    private static string Rows(
        int count,
        Func<int, string>? id = null,
        Func<int, string>? density = null,
        Func<int, string>? oxide = null,
        Func<int, string>? cif = null
    ) =>
        "material_id,density,volume,oxide_type,cif\n"
        + string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i =>
                    $"{(id ?? (n => $"mp-{n}"))(i)},{(density ?? (n => $"{n}"))(i)},{i * i},"
                        + $"{(oxide ?? (n => n % 2 == 0 ? "oxide" : "None"))(i)},\"{(cif ?? (n => Cif(n)))(i)}\"\n"
                ));

    private static (string, string)[] Folder(int count) =>
    [
        ("oxides/id_volume.csv", string.Concat(Enumerable.Range(0, count).Select(i => $"m{i},{i}\n"))),
        ("oxides/atom_init.json", "{\"8\": [0, 1]}"),
        .. Enumerable.Range(0, count).Select(i => ($"oxides/m{i}.cif", Cif(i, i == 0 ? "Fe" : "O"))),
    ];

    private static string Cif(int number, string element = "Fe", string occupancy = "1", int atoms = 1) =>
        $"data_{number}\n"
        + string.Concat("abc".Select(axis => $"_cell_length_{axis} {4 + (0.01 * number)}\n".Replace(',', '.')))
        + string.Concat(new[] { "alpha", "beta", "gamma" }.Select(angle => $"_cell_angle_{angle} 90\n"))
        + "loop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n"
        + string.Concat(Enumerable.Range(0, atoms).Select(a => $"{element} 0 0 0.{a:0000} {occupancy}\n"));
}
