using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public sealed class VectorsAreReadFromSeveralColumns : IDisposable
{
    private static readonly PropertyName s_xrd = new("xrd");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_the_order_of_the_columns_and_without_a_material_that_lacks_one()
    {
        var read = Read("xrd_10,gap,xrd_2", "1,5,2", "3,6,", "4,7,5");
        var column = read.Select([s_xrd]).Dataset!.Column(s_xrd)!;
        column.Property.Kind.ShouldBe(PropertyKind.Vector);
        column.Property.Classes.ShouldBe(["xrd_10", "xrd_2"]);
        column.Property.FeatureLength.ShouldBe(2);
        column.Components.ShouldBe([1.0, 2, 4, 5]);
        read.Table!.Columns.Select(c => c.Property.Name.Value).ShouldBe(["xrd-10", "gap", "xrd-2", "xrd"]);
    }

    [Fact]
    public void A_vector_varies_where_a_component_does_and_its_content_has_a_hash()
    {
        var one = Column("xrd_1,xrd_2", "1,2", "1,2");
        var other = Column("xrd_1,xrd_2", "1,2", "1,3");
        one.IsConstant.ShouldBeTrue();
        other.IsConstant.ShouldBeFalse();
        DatasetHash.OfColumn(one).ShouldNotBe(DatasetHash.OfColumn(other));
        other.Take([1]).Components.ShouldBe([1.0, 3]);
    }

    [Fact]
    public void What_has_no_such_column_or_words_in_one_is_told()
    {
        Read("xrs_1,gap", "1,2").MissingColumns.ShouldHaveSingleItem().Nearest.ShouldBe("xrs_1");
        var read = Read("xrd_1,xrd_2", "1,a", "2,b", "3,a", "4,b");
        read.Table!.Columns.ShouldNotContain(c => c.Property.Name == s_xrd);
        read.Problems.ShouldHaveSingleItem().FirstPlaces[0].ShouldBe("xrd_2: it holds classes, and xrd is a vector");
    }

    private PropertyColumn Column(string header, params string[] rows) => Read(header, rows).Select([s_xrd]).Dataset!.Column(s_xrd)!;

    private DatasetReadResult Read(string header, params string[] rows)
    {
        var cif = SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4));
        var text = string.Concat(rows.Select((r, i) => $"m{i},{r},\"{cif}\"\n"));
        var xrd = new Property(s_xrd, "", PropertyKind.Vector, [], [], "");
        var declared = new PropertyDeclaration(xrd, null, PropertyTransform.None) { Columns = "xrd_*" };
        return DatasetReader.ReadCsv(
            _folder.Write("x.csv", $"material_id,{header},cif\n{text}"), new() { Catalogue = PropertyCatalogue.Known.With([declared]) });
    }
}
