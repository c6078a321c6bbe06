using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Tomography.Store;

/// <summary>
/// Everything that a job's result depends on, described; two jobs with equal fingerprints have equal results, bit for bit.
/// </summary>
/// <param name="Parts">The parts, in the order in which the program lists them.</param>
public sealed record Fingerprint(ImmutableArray<FingerprintPart> Parts)
{
    /// <summary>SHA-256 over the parts, length-prefixed so that no two lists read alike.</summary>
    public JobKey Key()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Parts)
            text.Append(name.Length).Append(':').Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append('\n');
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }
}
