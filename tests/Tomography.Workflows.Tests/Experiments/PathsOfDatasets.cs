namespace Tomography.Workflows.Tests;

/// <summary>Paths as users write them: with variables, from home, of other systems.</summary>
public sealed class PathsOfDatasets
{
    private static readonly (string, string)[] s_variables =
        [("HOME", "/home/ada"), ("DATA", "/data sets/ü"), ("TomographyDataset", "/given/a.csv"), ("EMPTY", "")];

    [Theory]
    [InlineData("~/crystals/a.csv", "/home/ada/crystals/a.csv")]
    [InlineData("~", "/home/ada")]
    [InlineData("~ada/a.csv", "{folder}/~ada/a.csv")]
    [InlineData("a~/b.csv", "{folder}/a~/b.csv")]
    [InlineData("$HOME/a.csv", "/home/ada/a.csv")]
    [InlineData("${HOME}/a.csv", "/home/ada/a.csv")]
    [InlineData("${DATA}/a b.csv", "/data sets/ü/a b.csv")]
    [InlineData("$DATA/$DATA", "/data sets/ü/data sets/ü")]
    [InlineData("${TomographyDataset}", "/given/a.csv")]
    [InlineData("cost in $.csv", "{folder}/cost in $.csv")]
    [InlineData("$5.csv", "{folder}/$5.csv")]
    [InlineData("a & b (new) [1] #2 %41.csv", "{folder}/a & b (new) [1] #2 %41.csv")]
    [InlineData("../带隙.csv", "{folder}/../带隙.csv")]
    public void A_path_is_read_with_home_and_variables(string written, string path) =>
        Reading.Valid(Yaml(written), s_variables).Dataset.Location
            .ShouldBe(Path.GetFullPath(path.Replace("{folder}", Path.GetDirectoryName(Reading.File), StringComparison.Ordinal)));

    [Theory]
    [InlineData("${NOWHERE}/a.csv",
        "'dataset.csv' needs a value for ${NOWHERE}: set the environment variable NOWHERE, or add -p:NOWHERE=path to the command.")]
    [InlineData("$NOWHERE/a.csv", "'dataset.csv' needs a value for $NOWHERE: set the environment variable NOWHERE, or")]
    [InlineData("${EMPTY}/a.csv", "'dataset.csv' needs a value for ${EMPTY}: ")]
    [InlineData("${TomographyOther}", "'dataset.csv' needs a value for ${TomographyOther}: add -p:TomographyOther=path to the command.")]
    public void A_variable_without_a_value_is_told(string written, string told)
    {
        var problem = Reading.Read(Yaml(written), s_variables).Diagnostics.ShouldHaveSingleItem();
        (problem.Code, problem.Location).ShouldBe(("TOMO1011", new(Reading.File, 2, 17)));
        problem.Message.ShouldStartWith(told);
    }

    [Fact]
    public void A_dollar_sign_may_stand_in_the_name_of_a_file_that_is_there()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in$USD.csv", "");
        var read = ExperimentReader.Read(Yaml("in$USD.csv"), folder.PathOf("a.experiment.yaml"), new Dictionary<string, string>());
        read.Experiment.ShouldNotBeNull().Dataset.Location.ShouldBe(file);
    }

    [Theory]
    [InlineData("https://example.org/a.csv",
        "'dataset.csv' is an address, and nothing is downloaded: download the file, and write its path here.")]
    [InlineData("s3://bucket/a.csv", "'dataset.csv' is an address, and nothing is downloaded")]
    [InlineData("ftp://example.org/a.csv", "'dataset.csv' is an address, and nothing is downloaded")]
    [InlineData("file:///data/a.csv", "'dataset.csv' is an address: write the path alone, /data/a.csv.")]
    public void An_address_is_told(string written, string told) => Refused(written, told);

    [Theory]
    [InlineData(@"C:\data\a.csv",
        "'dataset.csv' is a path of Windows, and this is another system: write the path that the file has here; "
            + "in a Linux on Windows (WSL) it is /mnt/c/data/a.csv.")]
    [InlineData("D:/data/a.csv", "in a Linux on Windows (WSL) it is /mnt/d/data/a.csv.")]
    [InlineData(@"\\server\a.csv",
        "'dataset.csv' is a path of Windows, and this is another system: write the path that the file has here.")]
    [InlineData(@"data\a.csv", "'dataset.csv' has back slashes, which part folders on Windows only: write data/a.csv.")]
    public void A_path_of_windows_is_told_elsewhere(string written, string told)
    {
        if (!OperatingSystem.IsWindows()) Refused(written, told);
    }

    [Fact]
    public void Back_slashes_between_double_quotes_are_told() =>
        Reading.Problem("experiment: a\ndataset: { csv: \"C:\\data\\a.csv\" }\ntargets: density").Message
            .ShouldEndWith("Between double quotes a back slash begins a special sign: write single quotes, or '/' in a path.");

    private static void Refused(string written, string told)
    {
        var problem = Reading.Problem(Yaml(written));
        (problem.Code, problem.Location).ShouldBe(("TOMO1004", new(Reading.File, 2, 17)));
        problem.Message.ShouldContain(told);
    }

    private static string Yaml(string path) => $"experiment: a\ndataset: {{ csv: '{path}' }}\ntargets: density";
}
