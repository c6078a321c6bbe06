using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store.Tests;

/// <summary>Which materials of a table have some properties.</summary>
public sealed class MaterialsWithAProperty
{
    private static readonly MaterialTable s_table = new(
        ["a", "b", "c", "d"], ["Fe1", "Fe1", "Fe1", "Fe1"],
        ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty
            .Add(new("volume"), [1, 2, 3, 4])
            .Add(new("density"), [double.NaN, 2, double.NaN, 4])
            .Add(new("energy"), [1, double.NaN, double.NaN, 0]));

    [Theory]
    [InlineData("", "0 1 2 3")]
    [InlineData("volume", "0 1 2 3")]
    [InlineData("density", "1 3")]
    [InlineData("density energy", "3")]
    [InlineData("energy volume", "0 3")]
    public void They_have_all_of_them(string properties, string materials)
    {
        var set = new PropertySet(properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new PropertyName(p)));
        string.Join(' ', s_table.With(set)).ShouldBe(materials);
    }
}
