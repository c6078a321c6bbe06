using System.Text.RegularExpressions;

namespace Tomography.Workflows;

/// <summary>
/// Paths as experiments write them: relative to the file, with <c>~</c> for the home folder, and variables of the command or the
/// environment.
/// </summary>
/// <param name="folder">Full path of the experiment's folder.</param>
/// <param name="variables">The variables: <c>${Name}</c> and <c>$Name</c> stand for their values.</param>
internal sealed partial class DatasetPath(string folder, IReadOnlyDictionary<string, string> variables)
{
    private static readonly string[] s_home = ["HOME", "USERPROFILE"];

    /// <summary>The full path that a key names; null where it is not there, or is told to be none.</summary>
    public string? Read(YamlSection section, string key)
    {
        if (section.Text(key) is not { } written) return null;
        if (written.Contains('\0'))
            return Refuse(section, key, $"'{section.PathOf(key)}' must be a path, without the character 0.");
        if (Filled(section, key, written) is not { Length: > 0 } text) return null;
        if (WhyNot(text) is { } why) return Refuse(section, key, $"'{section.PathOf(key)}' {why}.");
        return Path.GetFullPath(text, folder);
    }

    private static string? Refuse(YamlSection section, string key, string message)
    {
        section.Error(DiagnosticCodes.WrongForm, key, message);
        return null;
    }

    /// <summary>What is no path of this machine, as the end of a sentence; null for a path.</summary>
    private string? WhyNot(string text)
    {
        if (AddressForm().Match(text) is { Success: true } address)
            return address.Groups["scheme"].ValueSpan.Equals("file", StringComparison.OrdinalIgnoreCase)
                ? $"is an address: write the path alone, {YamlReading.Shown(text[address.Length..])}"
                : "is an address, and nothing is downloaded: download the file, and write its path here";
        // Back slashes may stand in names of files here, but they seldom do.
        if (OperatingSystem.IsWindows() || !text.Contains('\\') || Path.Exists(Path.GetFullPath(text, folder)))
            return DriveForm().IsMatch(text) && !OperatingSystem.IsWindows() ? OfWindows(text) : null;
        return DriveForm().IsMatch(text) || text.StartsWith(@"\\", StringComparison.Ordinal)
            ? OfWindows(text)
            : $"has back slashes, which part folders on Windows only: write {YamlReading.Shown(text.Replace('\\', '/'))}";
    }

    private static string OfWindows(string text)
    {
        var drive = DriveForm().IsMatch(text)
            ? $"; in a Linux on Windows (WSL) it is /mnt/{char.ToLowerInvariant(text[0])}{text[2..].Replace('\\', '/')}"
            : "";
        return $"is a path of Windows, and this is another system: write the path that the file has here{YamlReading.Shown(drive, 200)}";
    }

    /// <summary>The text with the values of variables; null where one has none, which is told.</summary>
    private string? Filled(YamlSection section, string key, string text)
    {
        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal))
        {
            var home = s_home.Select(Value).FirstOrDefault(v => v is not null);
            if (home is null) return Missing(section, key, "~", s_home[0]);
            text = home + text[1..];
        }

        string? missing = null;
        var filled = VariableForm().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (Value(name) is { } value) return value;
            // A dollar sign may stand in the name of a file.
            if (match.Value[1] == '{' || !Path.Exists(Path.GetFullPath(text, folder))) missing ??= match.Value;
            return match.Value;
        });
        return missing is null ? filled : Missing(section, key, missing, missing.Trim('$', '{', '}'));
    }

    private string? Value(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static string? Missing(YamlSection section, string key, string written, string name)
    {
        // The properties of a workflow are documented as such; others are most often variables of the environment.
        var way = name.StartsWith("Tomography", StringComparison.Ordinal) ? "" : $"set the environment variable {name}, or ";
        section.Error(
            DiagnosticCodes.MissingVariable, key,
            $"'{section.PathOf(key)}' needs a value for {written}: {way}add -p:{name}=path to the command.");
        return null;
    }

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]+)://", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressForm();

    [GeneratedRegex(@"^[A-Za-z]:[\\/]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DriveForm();

    [GeneratedRegex(
        @"\$(\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}|(?<name>[A-Za-z_][A-Za-z0-9_]*))", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableForm();
}
