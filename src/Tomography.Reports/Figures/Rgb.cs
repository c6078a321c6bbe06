using System.Globalization;

namespace Tomography.Reports;

/// <summary>A colour of the screen (sRGB), each part 0 to 255.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static readonly Rgb White = new(255, 255, 255);
    public static readonly Rgb Black = new(0, 0, 0);

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Relative luminance, 0 to 1 (WCAG 2.1).</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Black or white, whichever reads better on this colour; the contrast is at least 4.5 to 1 on every colour.</summary>
    public Rgb Ink => Contrast(this, Black) >= Contrast(this, White) ? Black : White;

    /// <summary>Contrast of two colours, 1 to 21 (WCAG 2.1).</summary>
    public static double Contrast(Rgb a, Rgb b)
    {
        var (dark, light) = a.Luminance < b.Luminance ? (a.Luminance, b.Luminance) : (b.Luminance, a.Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>A colour between two, at a share of 0..1 of the way.</summary>
    public static Rgb Between(Rgb from, Rgb to, double share) =>
        new(Part(from.Red, to.Red, share), Part(from.Green, to.Green, share), Part(from.Blue, to.Blue, share));

    private static byte Part(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
