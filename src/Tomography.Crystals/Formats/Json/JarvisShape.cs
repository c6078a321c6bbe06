using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>The atoms of JARVIS.</summary>
internal sealed class JarvisShape : JsonShape
{
    public override string Name => "JARVIS atoms";

    public override ImmutableArray<string> Fields => ["lattice_mat", "coords", "elements", "abc", "angles", "cartesian", "props"];

    public override bool Fits(JsonFields fields) => fields.All.ContainsKey("lattice_mat") && fields.All.ContainsKey("coords");

    public override Crystal? Read(JsonFields fields, IAssemblyProblems problems, CrystalReading reading)
    {
        if (JsonNumbers.Matrix(fields.Find("lattice_mat")) is not { } matrix)
            return Refuse(problems, Whole, "lattice_mat is no matrix of 3 x 3 numbers.", "Give the lattice vectors as rows (angstrom).");
        var draft = new CrystalDraft(problems, reading.Limits);
        if (!draft.SetLattice(Whole, matrix.A, matrix.B, matrix.C)) return null;
        if (fields.Array("coords") is not { } coords || fields.Array("elements") is not { } elements || coords.Length != elements.Length)
            return Refuse(problems, Whole, "coords and elements are not lists of one length.", "Give each atom a place and an element.");
        if (!draft.HasRoomFor(Whole, coords.Length)) return null;
        if (fields.Find("cartesian") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
            return Refuse(problems, Whole, "cartesian is neither true nor false.", "Write false where coords are fractions of the cell.");
        var isCartesian = fields.Find("cartesian") is { ValueKind: JsonValueKind.True };
        for (var i = 0; i < coords.Length; i++)
        {
            var name = elements[i].TextOrNull() ?? "";
            if (SpeciesName.TryParse(name) is not { } occupant)
            {
                SpeciesName.Refuse(problems, i, name);
                return null;
            }

            if (JsonNumbers.Vector(coords[i]) is not { } place)
                return Refuse(problems, i, "The place in coords is not three numbers.", "Give each atom three coordinates.");
            if (!draft.Add(i, place, isCartesian, occupant)) return null;
        }

        return draft.ToCrystal(Whole);
    }
}
