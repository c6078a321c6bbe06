using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Parts whose materials are named one by one, in files.</summary>
public sealed class ListsOfIds : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SplitSettings _settings = new() { TrainIds = "train.txt", ValidationIds = "validation.txt", TestIds = "ids/test.txt" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_part_has_the_materials_of_its_file_in_the_order_of_the_file()
    {
        Write("d\nb", "c\n", "a");
        var split = Deal();
        (split.Train, split.Validation, split.Test).ShouldSatisfyAllConditions(
            s => s.Train.ShouldBe([3, 1]), s => s.Validation.ShouldBe([2]), s => s.Test.ShouldBe([0]));
    }

    [Fact]
    public void Blank_lines_comments_and_spaces_around_an_id_do_not_count()
    {
        Write("# what to learn from\r\n\r\n  d  \r\nb\r\n", "c", "a");
        Deal().Train.ShouldBe([3, 1]);
    }

    [Fact]
    public void Ids_that_the_dataset_lacks_are_left_out_and_told()
    {
        Write("d\nsomething-else\nb", "c", "a");
        Deal().Train.ShouldBe([3, 1]);
        Rule.Remarks(_settings, Materials).ShouldBe([new("train-ids",
            "1 of the 3 ids of 'train.txt' are left out, like something-else: the dataset that is used does not have them, "
                + "or they were set aside.")]);
    }

    [Fact]
    public void Nothing_is_told_where_the_dataset_has_all_ids()
    {
        Write("d\nb", "c", "a");
        Rule.Remarks(_settings, Materials).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\nb", "b", "c", "validation-ids",
        "'b' stands in 'split.train-ids' and again in 'split.validation-ids': a material is in one part, once.")]
    [InlineData("a\nb\na", "c", "d", "train-ids", "'a' stands in 'split.train-ids' and again in 'split.train-ids'")]
    [InlineData("a", "b", "", "test-ids", "None of the 0 ids of 'ids/test.txt' is one of the dataset's; the dataset has ids like a, b, c.")]
    [InlineData("a", "# all\n", "c", "validation-ids", "None of the 0 ids of 'validation.txt'")]
    [InlineData("w\nx\ny\nz", "b", "c", "train-ids",
        "None of the 4 ids of 'train.txt' is one of the dataset's, like w, x, y; the dataset has ids like a, b, c.")]
    public void Mistakes_are_told_at_the_key_of_the_part(string train, string validation, string test, string key, string told)
    {
        Write(train, validation, test);
        var problem = Should.Throw<SplitException>(Deal);
        problem.Key.ShouldBe(key);
        problem.Message.ShouldContain(told);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_its_full_path()
    {
        Write("a", "b", "c");
        File.Delete(_folder.PathOf("ids", "test.txt"));
        var problem = Should.Throw<SplitException>(Deal);
        problem.Key.ShouldBe("test-ids");
        problem.Message.ShouldContain(_folder.PathOf("ids", "test.txt"));
        problem.Message.ShouldEndWith("Paths are relative to the experiment file.");
    }

    private void Write(string train, string validation, string test)
    {
        _folder.Write("train.txt", train);
        _folder.Write("validation.txt", validation);
        _folder.Write("ids/test.txt", test);
    }

    private SplitRule Rule => Repertoire.Default.RuleOf(_settings);

    private SplitMaterials Materials => new(
        new(
            ["a", "b", "c", "d"], ["Fe1", "Fe1", "Fe1", "Fe1"],
            ImmutableDictionary<Datasets.PropertyName, ImmutableArray<double>>.Empty),
        _folder.Root);

    private Split Deal() => Rule.Deal(_settings, Materials, null, 1, 0);
}
