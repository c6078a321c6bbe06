using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>The devices that a build is asked to train on: the property <c>TomographyDevice</c>.</summary>
/// <param name="Text">What was asked for, as users write it.</param>
/// <param name="Ids">Ids and kinds of devices; none for <c>auto</c>, which takes every device that works.</param>
public sealed record DeviceChoice(string Text, ImmutableArray<string> Ids)
{
    private const string AutoText = "auto";

    /// <summary>Every GPU that works, and the cores that are left.</summary>
    public static DeviceChoice Auto { get; } = new(AutoText, []);

    /// <summary>The kinds of devices that can be asked for.</summary>
    private static ImmutableArray<string> Kinds { get; } = [DeviceKind.Cpu, "cuda"];

    /// <summary>Whether nothing in particular is asked for.</summary>
    public bool IsAuto => Ids.IsEmpty;

    /// <summary>Whether the CPU is all that is asked for: nobody has to be asked what there is.</summary>
    public bool IsCpuOnly => !IsAuto && Ids.All(DeviceKind.IsCpu);

    /// <summary>Whether cores of the CPU train.</summary>
    public bool WantsCpu => IsAuto || Ids.Any(DeviceKind.IsCpu);

    /// <summary>Reads the property.</summary>
    /// <param name="text">
    /// <c>auto</c>, or devices joined by <c>+</c>: a kind for all of it, or a kind with a number, after which further numbers need no kind.
    /// </param>
    /// <returns>The choice; null where the text is none.</returns>
    public static DeviceChoice? Parse(string text)
    {
        if (text is AutoText or "") return Auto;
        var ids = ImmutableArray.CreateBuilder<string>();
        var numbered = default(string);
        foreach (var part in text.Split('+'))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (IsNumber(part) && numbered is not null) ids.Add($"{numbered}:{part}");
            else if (colon < 0 && Kinds.Contains(part)) (numbered, _) = (null, Add(part));
            else if (colon > 0 && IsNumber(part[(colon + 1)..]) && Kinds.Contains(part[..colon]) && !DeviceKind.IsCpu(part))
                (numbered, _) = (part[..colon], Add(part));
            else return null;
        }

        return new(text, [.. ids.Distinct(StringComparer.Ordinal)]);

        string Add(string id)
        {
            ids.Add(id);
            return id;
        }
    }

    // As devices write it: no sign, no zero before it.
    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
