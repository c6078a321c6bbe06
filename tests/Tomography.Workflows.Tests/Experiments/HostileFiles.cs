using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>Experiment files that are no texts of reasonable length, and names that would lead elsewhere.</summary>
public sealed class HostileFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_far_longer_than_an_experiment_is_not_read_to_its_end()
    {
        var path = _folder.PathOf("large.experiment.yaml");
        using (var file = File.Create(path)) file.SetLength(1L << 27);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Problem(path).Code.ShouldBe(DiagnosticCodes.TooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_file_that_never_ends_is_refused()
    {
        if (!File.Exists("/dev/zero")) return;
        Problem("/dev/zero").Code.ShouldBe(DiagnosticCodes.TooLarge);
    }

    [UnixFact]
    public void A_pipe_is_refused_without_waiting_for_someone_to_write()
    {
        var pipe = _folder.PathOf("pipe.experiment.yaml");
        using (var make = System.Diagnostics.Process.Start("mkfifo", pipe)) make.WaitForExit();
        var problem = Problem(pipe);
        problem.Code.ShouldBe(DiagnosticCodes.ExperimentNotFound);
        problem.Message.ShouldContain("is a pipe, not a file");
        var data = Reading.Valid($"experiment: small\ndataset: {{ csv: {pipe} }}\ntargets: [density]\n");
        var told = Should
            .Throw<DiagnosticException>(() =>
                new DatasetPreparer(new(_folder.PathOf("store")), Tomography.Crystals.InputLimits.Default).Prepare(
                    data,
                    CancellationToken.None))
            .Diagnostics.ShouldHaveSingleItem();
        told.Code.ShouldBe(DiagnosticCodes.DatasetNotFound);
        told.Message.ShouldContain("is a pipe, not a file");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_diagnosed()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            File.WriteAllBytes(_folder.PathOf("a.experiment.yaml"), bytes);
            ExperimentReader
                .ReadFile(_folder.PathOf("a.experiment.yaml"), ImmutableDictionary<string, string>.Empty)
                .Diagnostics.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("/tmp/x")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\\\b")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a\\u0000b")]
    [InlineData("a\\nb")]
    [InlineData("a\\u202Eb")]
    public void A_name_that_is_no_plain_file_name_is_refused(string name)
    {
        var problem = Reading.Problem(Reading.Minimal.Replace("experiment: small", $"experiment: \"{name}\""));
        problem.Code.ShouldBe(DiagnosticCodes.WrongForm);
        problem.Message.ShouldContain("cannot name an output folder");
        problem.Message.ShouldAllBe(c => !char.IsControl(c) && c != '\u202E');
    }

    [Theory]
    [InlineData("<b>density</b>")]
    [InlineData("../density")]
    [InlineData("a--b")]
    [InlineData("=1+1")]
    public void A_property_that_is_no_plain_word_is_refused(string name) =>
        Reading.Problem(Reading.Minimal.Replace("[density]", $"[\"{name}\"]")).Code.ShouldBe(DiagnosticCodes.UnknownChoice);

    [Fact]
    public void A_property_of_endless_letters_is_refused_in_few_words() =>
        Reading.Problem(Reading.Minimal.Replace("[density]", "[" + new string('a', 100_000) + "]")).Message.Length.ShouldBeLessThan(250);

    [Theory]
    [InlineData("1e308")]
    [InlineData("NaN")]
    [InlineData(".inf")]
    [InlineData("-1e999")]
    public void Numbers_beyond_all_measure_are_refused(string number)
    {
        foreach (
            var key in new[] { "graph: { radius", "training: { learning-rate", "training: { epochs", "model: { hidden", "split: { train" }
        )
            Reading
                .Read($"{Reading.Minimal}\n{key}: {number} }}")
                .Diagnostics.ShouldContain(d => d.Code == DiagnosticCodes.WrongForm || d.Code == DiagnosticCodes.OutOfRange, key);
    }

    [Fact]
    public void A_list_of_more_than_ten_thousand_entries_is_refused() =>
        Reading
            .Problem($"{Reading.Minimal}\nseeds: [{string.Join(", ", Enumerable.Range(0, 10_001))}]")
            .Message.ShouldBe("'seeds' has 10001 entries, more than 10000; this limit is fixed.");

    private static Diagnostic Problem(string path)
    {
        var result = ExperimentReader.ReadFile(path, ImmutableDictionary<string, string>.Empty);
        result.Experiment.ShouldBeNull();
        return result.Diagnostics.ShouldHaveSingleItem();
    }
}
