namespace Tomography.Crystals;

/// <summary>A value of a frame's second line: one word or text, or an array as its words.</summary>
/// <param name="Text">The text, or the array as written.</param>
/// <param name="IsArray">True for an array in brackets; quoted text may still hold several numbers.</param>
internal readonly record struct XyzValue(string Text, bool IsArray)
{
    // Far more than nine numbers take.
    private const int LongestArray = 2_000;

    private static readonly char[] s_separators = [' ', '\t', ',', '[', ']', '{', '}'];

    /// <summary>Its text, where it is a truth value in one spelling.</summary>
    public string Spelling => Text switch
    {
        "T" or "True" or "TRUE" => "true",
        "F" or "False" or "FALSE" => "false",
        _ => Text,
    };

    /// <summary>Its words, whatever separates them; none of an array longer than those that are read.</summary>
    public string[] Words() => Text.Length > LongestArray ? [] : Text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Its numbers; null where it holds something else, or more of them than asked for.</summary>
    public double[]? Numbers(int most)
    {
        var words = Words();
        if (words.Length > most) return null;
        var numbers = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (!NumberText.TryParse(words[i], out numbers[i]))
                return null;
        return numbers;
    }

    /// <summary>A word as truth or falsehood; null where it is neither.</summary>
    public static bool? Truth(string word) => word switch
    {
        "T" or "True" or "TRUE" or "true" or "1" => true,
        "F" or "False" or "FALSE" or "false" or "0" => false,
        _ => null,
    };
}
