namespace Tomography.Crystals;

/// <summary>The symmetry operations that a block lists, or those of the space group that it names.</summary>
internal sealed class CifSymmetry(string text, CifBlock block, CifProblemList problems, InputLimits limits, bool isFull)
{
    /// <summary>The operations, or null after an error.</summary>
    public SymmetryOperation[]? Read(Lattice lattice)
    {
        if (Lists(CifTag.Operation)) return Listed(lattice);
        return Lists(CifTag.MagneticOperation) ? Magnetic() : new CifSpaceGroup(text, block, problems, isFull).Operations(lattice);
    }

    private bool Lists(CifTag tag) => block.First(tag) is { } first && !first.IsMissing(text);

    private SymmetryOperation[]? Listed(Lattice lattice)
    {
        var list = CifOperationList.Read(text, block.Column(CifTag.Operation)!, allowTimeReversal: false, limits);
        if (list.Operations is null) return InPlaceOf(list, lattice);
        if (isFull) new CifSpaceGroup(text, block, problems, isFull).Compare(list.Operations);
        return list.Operations;
    }

    // A damaged list says less than a space group whose setting is plain; what else the file states is held against the crystal.
    private SymmetryOperation[]? InPlaceOf(CifOperationList list, Lattice lattice)
    {
        var group = new CifSpaceGroup(text, block, new(text), isFull);
        if (list.Kind == CrystalProblemKind.TooLarge || !isFull || group.IsTrivial || group.Operations(lattice) is not { } operations)
            return Refuse(list);
        problems.Warn(
            list.Position,
            $"{list.Fault}; the {operations.Length} operations of {group.Name} were taken in their place.",
            list.Suggestion,
            CrystalProblemKind.SpaceGroup);
        return operations;
    }

    private SymmetryOperation[]? Magnetic()
    {
        if (Parse(CifTag.MagneticOperation) is not { } operations) return null;
        if (!block.Has(CifTag.MagneticCentering)) return operations;
        if (Parse(CifTag.MagneticCentering) is not { } centrings) return null;
        var all = (long)operations.Length * centrings.Length;
        if (all <= limits.MostSymmetryOperations)
            return [.. operations.SelectMany(o => centrings.Select(c => o.Then(c.Translation)))];
        problems.Error(
            block.First(CifTag.MagneticCentering)!.Value.Start,
            $"{operations.Length} operations with {centrings.Length} centrings are listed, at most {limits.MostSymmetryOperations} are "
                + $"read; {limits.HowToRaise(nameof(InputLimits.MostSymmetryOperations), all)}.",
            "Check the loops of operations and centrings.",
            CrystalProblemKind.TooLarge);
        return null;
    }

    private SymmetryOperation[]? Parse(CifTag tag)
    {
        var list = CifOperationList.Read(text, block.Column(tag)!, allowTimeReversal: true, limits);
        return list.Operations ?? Refuse(list);
    }

    private SymmetryOperation[]? Refuse(CifOperationList list)
    {
        problems.Error(list.Position, list.Fault + ".", list.Suggestion, list.Kind);
        return null;
    }
}
