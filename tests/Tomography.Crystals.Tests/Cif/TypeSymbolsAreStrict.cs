using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class TypeSymbolsAreStrict
{
    private static CifReadResult Read(string label, string type) => CifReader.Read(
        "data_x\n_cell_length_a 5\n_cell_length_b 5\n_cell_length_c 5\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
            + "loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
            + $"{label} {type} 0 0 0\n");

    [Theory]
    [InlineData("Og", "Og is element 118")]
    [InlineData("Ts", "Ts is element 117")]
    [InlineData("Cn", "Cn is element 112")]
    [InlineData("Rf4+", "Rf4+ is element 104")]
    [InlineData("OW", "'OW' names no element")]
    [InlineData("NH3", "'NH3' names no element")]
    [InlineData("Fe3+Ni2+", "'Fe3+Ni2+' names no element")]
    [InlineData("6Li", "'6Li' names no element")]
    [InlineData("M", "'M' stands for no element")]
    [InlineData("X", "'X' stands for no element")]
    [InlineData("Vac", "'Vac' stands for no element")]
    public void A_type_symbol_that_is_no_element_is_refused_even_where_its_first_letter_is_one(string type, string expected)
    {
        var result = Read("O1", type);
        result.Structures.ShouldBeEmpty();
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain(expected);
        problem.Kind.ShouldBe(CrystalProblemKind.UnknownElement);
    }

    [Theory]
    [InlineData("Fe", 26)]
    [InlineData("FE", 26)]
    [InlineData("fe", 26)]
    [InlineData("O1", 8)]
    [InlineData("Fe3+", 26)]
    [InlineData("Fe+3", 26)]
    [InlineData("D", 1)]
    [InlineData("?", 16)]
    [InlineData(".", 16)]
    public void An_element_in_any_case_with_a_charge_or_a_number_is_one_and_without_a_symbol_the_label_counts(string type, int number) =>
        Read("SX1", type).Structures.ShouldHaveSingleItem().Crystal.Sites[0].Occupants[0].AtomicNumber.ShouldBe(number);

    [Theory]
    [InlineData("OW1", 8)]
    [InlineData("C1A", 6)]
    [InlineData("Hx2", 1)]
    public void Labels_may_hold_more_than_the_element(string label, int number) =>
        Read(label, "?").Structures.ShouldHaveSingleItem().Crystal.Sites[0].Occupants[0].AtomicNumber.ShouldBe(number);
}
