using System.Globalization;

namespace Tomography.Crystals;

/// <summary>A symmetry operation on fractional coordinates: a 3 x 3 matrix, row by row, and a translation.</summary>
internal readonly record struct SymmetryOperation(Vector3 RowX, Vector3 RowY, Vector3 RowZ, Vector3 Translation)
{
    public static SymmetryOperation Identity { get; } = new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(0, 0, 0));

    public Vector3 Apply(Vector3 f) => new Vector3(Vector3.Dot(RowX, f), Vector3.Dot(RowY, f), Vector3.Dot(RowZ, f)) + Translation;

    /// <summary>First the other, then this translation: adds a centring translation.</summary>
    public SymmetryOperation Then(Vector3 translation) => this with { Translation = Translation + translation };

    /// <summary>Reads <c>-x+1/2, y, 0.5-z</c> in any case and spacing; a fourth part (time reversal) is dropped where allowed.</summary>
    public static SymmetryOperation? TryParse(ReadOnlySpan<char> text, bool allowTimeReversal)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = text.Split(parts, ',');
        if (count != 3 && !(allowTimeReversal && count == 4)) return null;
        if (Row(text[parts[0]]) is not { } x || Row(text[parts[1]]) is not { } y || Row(text[parts[2]]) is not { } z) return null;
        var operation = new SymmetryOperation(x.Row, y.Row, z.Row, new(x.Translation, y.Translation, z.Translation));
        // Written with hundreds of digits they lose the atoms' places.
        if (
            !(
                operation.Translation.Length < 1e6
                && operation.RowX.Length < 1e6
                && operation.RowY.Length < 1e6
                && operation.RowZ.Length < 1e6))
            return null;
        // Every symmetry of a lattice keeps volumes.
        var determinant = Vector3.Dot(operation.RowX, Vector3.Cross(operation.RowY, operation.RowZ));
        return Math.Abs(Math.Abs(determinant) - 1) < 1e-6 ? operation : null;
    }

    private static (Vector3 Row, double Translation)? Row(ReadOnlySpan<char> text)
    {
        double x = 0, y = 0, z = 0, translation = 0;
        var i = 0;
        var terms = 0;
        while (true)
        {
            SkipBlanks(text, ref i);
            if (i >= text.Length) break;
            double sign = 1;
            if (text[i] is '+' or '-')
            {
                if (text[i] == '-') sign = -1;
                i++;
                SkipBlanks(text, ref i);
            }
            else if (terms > 0) return null;

            var hasNumber = false;
            double number = 1;
            if (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
            {
                if (!Number(text, ref i, out number)) return null;
                hasNumber = true;
                SkipBlanks(text, ref i);
                if (i < text.Length && text[i] == '*') i++;
            }

            switch (i < text.Length ? text[i] : '\0')
            {
                case 'x' or 'X': x += sign * number; i++; break;
                case 'y' or 'Y': y += sign * number; i++; break;
                case 'z' or 'Z': z += sign * number; i++; break;
                default:
                    if (!hasNumber) return null;
                    translation += sign * number;
                    break;
            }

            terms++;
        }

        return terms == 0 ? null : (new(x, y, z), Snap(translation));
    }

    private static bool Number(ReadOnlySpan<char> text, ref int i, out double number)
    {
        if (!Unsigned(text, ref i, out number)) return false;
        var slash = i;
        SkipBlanks(text, ref slash);
        if (slash >= text.Length || text[slash] != '/') return true;
        i = slash + 1;
        SkipBlanks(text, ref i);
        if (!Unsigned(text, ref i, out var divisor) || divisor == 0) return false;
        number /= divisor;
        return true;
    }

    private static bool Unsigned(ReadOnlySpan<char> text, ref int i, out double number)
    {
        var start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.')) i++;
        return double.TryParse(text[start..i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    // Translations of space groups are multiples of 1/24 at most; 0.3333 means one third.
    private static double Snap(double translation)
    {
        var nearest = Math.Round(translation * 24) / 24;
        return Math.Abs(nearest - translation) < 1e-3 ? nearest : translation;
    }

    private static void SkipBlanks(ReadOnlySpan<char> text, ref int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
    }
}
