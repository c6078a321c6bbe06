namespace Tomography.Crystals;

/// <summary>The names under which databases keep the ids of their materials.</summary>
internal static class KnownIds
{
    // The more particular before the more general.
    private static readonly string[] s_names =
        ["material_id", "mbid", "jid", "mat_id", "mp_id", "auid", "task_id", "entry_id", "structure_id", "id", "_id"];

    /// <summary>The names, the more particular first.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>Whether a value of this name is an id.</summary>
    public static bool IsId(string name) => s_names.Contains(name);

    /// <summary>The id among values, or null.</summary>
    public static string? Find(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        foreach (var name in s_names)
            foreach (var (key, value) in values)
                if (key == name)
                    return value;
        return null;
    }
}
