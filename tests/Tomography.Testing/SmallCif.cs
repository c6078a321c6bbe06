namespace Tomography.Testing;

/// <summary>Small CIF texts and tables of them, to be damaged.</summary>
public static class SmallCif
{
    public static string Cube(double edge) => Cell(edge, edge, edge, 90, 90, 90);

    public static string Cell(params double[] cell) =>
        $"_cell_length_a {cell[0]:R}\n_cell_length_b {cell[1]:R}\n_cell_length_c {cell[2]:R}\n_cell_angle_alpha "
            + $"{cell[3]:R}\n_cell_angle_beta {cell[4]:R}\n_cell_angle_gamma {cell[5]:R}\n";

    public static string Of(string atoms, string cell, string operations = "") =>
        "data_x\n"
        + cell
        + operations
        + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
        + atoms
        + "\n";

    /// <summary>A table in which every second material has two sites.</summary>
    public static string Table(int materials) =>
        "id,energy,cif\n"
        + string.Concat(
            Enumerable
                .Range(0, materials)
                .Select(i => $"m{i},{i + 1},\"{Of(i % 2 == 0 ? "Fe 0 0 0" : "Fe 0 0 0\nNi 0.5 0.5 0.5", Cube(4))}\"\n"));
}
