using System.Globalization;
using System.Text;
using Tomography.Crystals;

namespace Tomography.Phantom.Tests.Phantom;

/// <summary>A material as text that shows every bit of its numbers.</summary>
internal static class PhantomText
{
    public static string Of(PhantomMaterial material)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{material.Id} {material.Prototype} {string.Join(' ', material.Formula)} {material.Properties} ");
        text.Append(CultureInfo.InvariantCulture, $"{material.Crystal.Lattice} ");
        foreach (var site in material.Crystal.Sites) text.Append(CultureInfo.InvariantCulture, $"{site.Fractional} {site.Occupants[0]} ");
        return text.ToString();
    }
}
