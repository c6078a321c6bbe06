using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>The space group that a block names: by Hall symbol, Hermann-Mauguin symbol or number.</summary>
internal sealed class CifSpaceGroup
{
    private const string Remedy = "Add the loop of _space_group_symop_operation_xyz, or export all sites of the cell as P 1.";

    private readonly CifProblemList _problems;
    private readonly int _place;
    private readonly bool _isFull;
    private readonly string _hall, _name, _number;
    private readonly ImmutableArray<SymmetryOperation>? _byHall;
    private readonly ImmutableArray<SpaceGroupSetting> _byName = [], _byNumber = [];

    /// <param name="text">The text.</param>
    /// <param name="block">The block.</param>
    /// <param name="problems">Where to put what is wrong.</param>
    /// <param name="isFull">Whether Hall symbols that are in no table are worked out.</param>
    public CifSpaceGroup(string text, CifBlock block, CifProblemList problems, bool isFull)
    {
        _problems = problems;
        _isFull = isFull;
        _hall = Stated(text, block.First(CifTag.GroupHall));
        _name = Stated(text, block.First(CifTag.GroupName));
        _number = Stated(text, block.First(CifTag.GroupNumber));
        // A Schoenflies symbol says as much as a number.
        if (_number.Length == 0 && Stated(text, block.First(CifTag.GroupSchoenflies)) is { Length: > 0 } schoenflies)
            _number = SchoenfliesSymbol.Number(schoenflies)?.ToString(CultureInfo.InvariantCulture) ?? schoenflies;
        _place = (block.First(CifTag.GroupHall) ?? block.First(CifTag.GroupName) ?? block.First(CifTag.GroupNumber)
            ?? block.First(CifTag.GroupSchoenflies))?.Start ?? block.Position;
        if (IsTrivial) return;
        _byHall = _hall.Length == 0 ? null : SpaceGroupTable.ByHall(_hall)?.Operations ?? (_isFull ? HallSymbol.Operations(_hall) : null);
        _byName = _name.Length == 0 ? [] : SpaceGroupTable.ByName(_name);
        _byNumber = int.TryParse(_number, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? SpaceGroupTable.ByNumber(number)
            : [];
    }

    /// <summary>True where nothing is stated, or P 1.</summary>
    public bool IsTrivial =>
        _number is "" or "1" && SpaceGroupName.KeyOf(_name) is "" or "p1" && HallSymbol.Tidy(_hall) is "" or "p 1" or "p1";

    /// <summary>The operations of the group in a cell, or null after an error.</summary>
    public SymmetryOperation[]? Operations(Lattice lattice)
    {
        if (IsTrivial) return [SymmetryOperation.Identity];
        if (_byHall is { } operations) return OfHall(operations, lattice);
        if (_hall.Length > 0)
        {
            if (!_isFull)
            {
                _problems.Error(
                    _place,
                    $"The text holds so many data blocks that the Hall symbol '{Excerpt.Of(_hall)}' was not worked out.",
                    "Give each crystal a file of its own.",
                    CrystalProblemKind.TooLarge);
                return null;
            }

            if (_name.Length == 0 && _number.Length == 0)
                return Refuse($"'{Excerpt.Of(_hall)}' is no Hall symbol, so the other sites of the cell are unknown.", Remedy);
            _problems.Warn(
                _place,
                $"'{Excerpt.Of(_hall)}' is no Hall symbol; {Name} was taken in its place.",
                "Correct the Hall symbol, or remove it.",
                CrystalProblemKind.SpaceGroup);
        }

        if (Candidates() is not { } candidates) return null;
        var choice = SettingChoice.Of(Name, candidates, lattice, _name.Length > 0);
        return choice.Setting is { } setting ? [.. setting.Operations] : Refuse(choice.Message, choice.Suggestion);
    }

    /// <summary>Tells where the listed operations are not those of the group that is named, at any origin. The listed ones count.</summary>
    public void Compare(SymmetryOperation[] listed)
    {
        if (Contradiction(listed) is not var (stated, expected)) return;
        _problems.Warn(
            _place,
            (listed.Length == expected
                ? $"The {expected} symmetry operations that the file lists are not those of {stated}"
                : $"The file lists {listed.Length} symmetry operation{(listed.Length == 1 ? "" : "s")}, but {stated} has {expected}")
                + "; the crystal is built from those listed.",
            "Correct the space group or the list of operations, whichever is wrong.",
            CrystalProblemKind.SpaceGroup);
    }

    // Of the statements the first that the list contradicts, and how many operations it has.
    private (string Stated, int Operations)? Contradiction(SymmetryOperation[] listed)
    {
        if (IsTrivial)
            return listed.Length > 1 && (_hall.Length > 0 || _name.Length > 0 || _number.Length > 0) ? ("P 1", 1) : null;
        if (_byHall is { } hall && !OperationSet.AreSameButOrigin(listed, hall.AsSpan()))
            return ($"the Hall symbol {Excerpt.Of(_hall)}", hall.Length);
        if (!_byName.IsEmpty && !_byName.Any(s => OperationSet.AreSameButOrigin(listed, s.Operations.AsSpan())))
            return (Excerpt.Of(_name), _byName[0].Operations.Length);
        // A number says nothing of the cell, so lists of other lengths may be right.
        return _byNumber.IsEmpty || IsOfClass(listed, _byNumber[0])
            ? null
            : ($"space group {_byNumber[0].Number}", _byNumber[0].Operations.Length);
    }

    /// <summary>What it is called in messages.</summary>
    public string Name => _name.Length > 0 ? Excerpt.Of(_name)
        : _number.Length > 0 ? $"space group {Excerpt.Of(_number)}"
        : $"the Hall symbol {Excerpt.Of(_hall)}";

    private SymmetryOperation[]? OfHall(ImmutableArray<SymmetryOperation> operations, Lattice lattice)
    {
        var isKnown = SpaceGroupTable.ByHall(_hall) is not null;
        var agrees = _byName.IsEmpty
            || _byName.Any(s => OperationSet.AreSame(s.Operations.AsSpan(), operations.AsSpan()))
            // A symbol with a change of basis says more than any name.
            || !isKnown && IsOfClass(operations.AsSpan(), _byName[0]);
        if (!agrees || !_byNumber.IsEmpty && !IsOfClass(operations.AsSpan(), _byNumber[0]))
            return Refuse(
                $"The Hall symbol {Excerpt.Of(_hall)} and {Name} are different space groups or settings, so the other sites of the cell "
                    + "are unknown.",
                "Correct the one that is wrong, or add the loop of symmetry operations.");
        if (SpaceGroupTable.ByHall(_hall) is { } setting)
        {
            var choice = SettingChoice.Of(setting.Name, [setting], lattice, isSymbol: true);
            return choice.Setting is null ? Refuse(choice.Message, choice.Suggestion) : [.. operations];
        }

        return CellFit.Deviation(lattice, operations.AsSpan()) <= CellFit.Tolerance
            ? [.. operations]
            : Refuse(
                $"The cell ({CellShape.Of(lattice)}) does not have the symmetry of {Excerpt.Of(_hall)}.",
                "Check the cell and the Hall symbol.");
    }

    private ImmutableArray<SpaceGroupSetting>? Candidates()
    {
        if (_number.Length > 0 && _byNumber.IsEmpty)
        {
            Refuse($"'{Excerpt.Of(_number)}' is no number or Schoenflies symbol of a space group.", "The numbers are 1 to 230.");
            return null;
        }

        if (_name.Length == 0) return _byNumber;
        if (_byName.IsEmpty)
        {
            Refuse(
                $"The space group {Excerpt.Of(_name)} is not in the International Tables in this form, and its symmetry operations are "
                    + "missing, so the other sites of the cell are unknown.",
                Remedy);
            return null;
        }

        if (_number.Length == 0) return _byName;
        var both = _byName.Where(s => s.Number == _byNumber[0].Number).ToImmutableArray();
        if (!both.IsEmpty) return both;
        Refuse(
            $"{Excerpt.Of(_name)} is space group {_byName[0].Number}, but the file states number {_number}, so the other sites of the cell "
                + "are unknown.",
            "Correct the one that is wrong.");
        return null;
    }

    private static bool IsOfClass(ReadOnlySpan<SymmetryOperation> operations, SpaceGroupSetting setting) =>
        OperationSet.CrystalClass(operations) == OperationSet.CrystalClass(setting.Operations.AsSpan());

    private SymmetryOperation[]? Refuse(string message, string suggestion)
    {
        _problems.Error(_place, message, suggestion, CrystalProblemKind.SpaceGroup);
        return null;
    }

    private static string Stated(string text, CifToken? token) => token is { } t && !t.IsMissing(text) ? t.In(text).Trim().ToString() : "";
}
