using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>The section <c>properties</c>: what columns of a file are.</summary>
public sealed class DeclaringProperties : IDisposable
{
    private const string Study = """
        experiment: own
        dataset: { csv: own.csv }
        properties:
          bulk-modulus: { column: "K_VRH (GPa)", unit: GPa }
          metal: { column: is_metal, classes: [false, true] }
          log-shear: { column: G_VRH, unit: GPa, transform: log10 }
          band-gap: { column: gap_exp, unit: eV }
          带隙: { column: "带隙(eV)", unit: eV }
        targets: [bulk-modulus, "G_VRH", band-gap, "带隙(eV)"]
        features: [metal, phase, ["带隙", bulk-modulus]]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_units_classes_and_transforms_are_read_and_columns_can_be_named_exactly()
    {
        var experiment = Reading.Valid(Study);
        experiment.Targets.Select(t => t.Value).ShouldBe(["bulk-modulus", "log-shear", "band-gap", "带隙"]);
        var own = experiment.Properties;
        own.Declared.Length.ShouldBe(5);
        own.Find("metal")!.Classes.ShouldBe(["False", "True"]);
        own.Find("log-shear")!.Unit.ShouldBe("log10(GPa)");
        own.Find("band-gap")!.Aliases.ShouldBeEmpty("the known column is another");
        own.Find("density")!.Unit.ShouldBe("g/cm3", "what is known stays known");
    }

    [Fact]
    public void A_file_of_that_kind_becomes_a_dataset_with_these_properties()
    {
        var dataset = Load(i => $"m{i},{i}.5,{(i % 2 == 0 ? "yes" : "no")},{i + 1},{i},{-i},{(i % 3 == 0 ? "alpha" : "beta")}");
        dataset.Column(new("bulk-modulus"))!.Values[3].ShouldBe(3.5);
        dataset.Column(new("metal"))!.Values[..3].ShouldBe([1.0, 0, 1]);
        dataset.Column(new("log-shear"))!.Values[99].ShouldBe(2);
        dataset.Column(new("band-gap"))!.Values[7].ShouldBe(7);
        dataset.Column(new("带隙"))!.Values[7].ShouldBe(-7);
        dataset.Column(new("phase"))!.Property.Classes.ShouldBe(["alpha", "beta"], "nobody declared it");
    }

    [Fact]
    public void A_declared_column_that_the_file_lacks_is_an_error_at_its_place_with_the_nearest()
    {
        var said = Should.Throw<DiagnosticException>(() => Load(i => $"m{i},1,no,1,1,1,alpha", header: h => h.Replace("G_VRH", "G_VHR")))
            .Diagnostics.ShouldHaveSingleItem();
        (said.Code, said.Location.Line, said.KeyPath).ShouldBe((DiagnosticCodes.PropertyNotInDataset, 6, "properties.log-shear"));
        said.Message.ShouldStartWith("The dataset has no column 'G_VRH'; did you mean 'G_VHR'?");
    }

    [Fact]
    public void A_column_that_is_named_in_place_of_a_property_must_be_that_and_no_other()
    {
        const string Own = "experiment: own\ndataset: { csv: own.csv }\ntargets: [\"K_VRH (GPa)\", gap_exp]\n";
        Load(i => $"m{i},{i}.5,no,1,{i},1,alpha", study: Own).Column(new("k-vrh-gpa"))!.Property.Unit.ShouldBe("GPa");
        var said = Should.Throw<DiagnosticException>(() => Load(i => $"m{i},1,no,1,1,1,alpha", study: Own.Replace("K_VRH (", "K-VRH (")))
            .Diagnostics.ShouldHaveSingleItem();
        (said.Code, said.KeyPath).ShouldBe((DiagnosticCodes.PropertyNotInDataset, "targets[0]"));
        said.Message.ShouldBe("The dataset has no column 'K-VRH (GPa)'; did you mean 'K_VRH (GPa)'?");
    }

    [Theory]
    [InlineData("Bulk: { column: K }", "TOMO1004", "'Bulk' is not a property name")]
    [InlineData("bulk: { colum: K }", "TOMO1003", "'colum' is not a key of 'properties.bulk'; did you mean 'column'?")]
    [InlineData("bulk: { transform: log }", "TOMO1006", "did you mean 'log10'?")]
    [InlineData("bulk: { classes: [a] }", "TOMO1005", "'properties.bulk.classes' must name two classes at least")]
    [InlineData("bulk: { classes: [a, b], transform: log10 }", "TOMO1009", "is of numbers, and 'bulk' is declared to be classes")]
    [InlineData("xrd: { columns: xrd }", "TOMO1004", "must be a pattern of names with *")]
    [InlineData("xrd: { columns: 'x*', column: x }", "TOMO1009", "is of one column, and 'properties.xrd.columns' of several")]
    [InlineData("density: { columns: 'x*' }", "TOMO1010", "because its values are vectors, not numbers")]
    [InlineData("bulk: { same-as: band-gab }", "TOMO1006", "no property that is known or declared; did you mean 'band-gap'?")]
    [InlineData("bulk: { same-as: bulk }", "TOMO1009", "names the property itself")]
    [InlineData("bulk: { unit: GPa, same-as: density }", "TOMO1009", "'bulk' is in GPa, 'density' in g/cm3.")]
    [InlineData("bulk: { same-as: oxide-type }", "TOMO1009", "compares numbers, and 'oxide-type' has none.")]
    [InlineData("bulk: { classes: [a, b], same-as: density }", "TOMO1009", "compares numbers, and 'bulk' has none.")]
    [InlineData("bulk: GPa", "TOMO1004", "'properties.bulk' must be a mapping")]
    public void Mistakes_are_told(string line, string code, string message)
    {
        var said = Reading.Problem($"experiment: own\ndataset: {{ csv: own.csv }}\nproperties: {{ {line} }}\ntargets: [density]\n");
        said.Code.ShouldBe(code);
        said.Message.ShouldContain(message);
    }

    [Fact]
    public void Sources_and_what_is_the_same_quantity_are_read_and_must_be_in_the_dataset()
    {
        const string Own = "experiment: own\ndataset: { csv: own.csv }\ntargets: [k-vrh-gpa]\nproperties:\n"
            + "  measured: { column: gap_exp, unit: eV, source: experiment, same-as: band-gap }\n";
        var measured = Reading.Valid(Own).Properties.Declared.ShouldHaveSingleItem();
        (measured.Source, measured.SameAs).ShouldBe(("experiment", new PropertyName("band-gap")));
        var said = Should.Throw<DiagnosticException>(() => Load(i => $"m{i},{i},no,1,1,1,alpha", study: Own))
            .Diagnostics.ShouldHaveSingleItem();
        (said.Code, said.KeyPath).ShouldBe((DiagnosticCodes.PropertyNotInDataset, "properties.measured.same-as"));
        said.Message.ShouldStartWith("The dataset has no property 'band-gap' that 'measured' could be the same as");
        Load(i => $"m{i},{i},no,1,1,{i},alpha", h => h.Replace("带隙(eV)", "band_gap"), Own).Column(new("measured")).ShouldNotBeNull();
    }

    [Fact]
    public void A_declared_class_is_no_target()
    {
        var yaml = "experiment: own\ndataset: { csv: own.csv }\nproperties: { metal: { classes: [no, yes] } }\ntargets: [metal]\n";
        Reading.Problem(yaml).Code.ShouldBe(DiagnosticCodes.TargetNotNumeric);
    }

    [Fact]
    public void The_phantom_has_no_columns_to_declare() =>
        Reading.Problem(Reading.Minimal + "\nproperties: { mass: { column: density } }").Code.ShouldBe(DiagnosticCodes.Conflict);

    private Dataset Load(Func<int, string> row, Func<string, string>? header = null, string study = Study)
    {
        const string Cif = "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
            + "_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";
        const string Header = "material_id,K_VRH (GPa),is_metal,G_VRH,gap_exp,带隙(eV),phase,cif\n";
        _folder.Write(
            "own.csv", (header?.Invoke(Header) ?? Header) + string.Concat(Enumerable.Range(0, 120).Select(i => $"{row(i)},\"{Cif}\"\n")));
        var path = _folder.Write("own.experiment.yaml", study);
        var experiment = ExperimentReader.ReadFile(path, new Dictionary<string, string>()).Experiment.ShouldNotBeNull();
        return DatasetLoader.Load(experiment, InputLimits.Default, Repertoire.Default).Dataset;
    }
}
