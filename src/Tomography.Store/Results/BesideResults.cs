using System.Runtime.InteropServices;

namespace Tomography.Store;

/// <summary>
/// Binary files that stand beside results, one per job, in folders named by the first two digits of their keys, with a checksum.
/// </summary>
/// <param name="folder">Full path of their folder.</param>
/// <param name="temporary">Full path of the folder for files being written.</param>
/// <param name="magic">The first eight bytes: what kind of file, in which version.</param>
/// <param name="what">What messages call the content: "the predictions".</param>
internal sealed class BesideResults(string folder, string temporary, ulong magic, string what)
{
    /// <summary>Full path of a job's file.</summary>
    public string PathOf(JobKey key) => Path.Combine(folder, key.Value[..2], key.Value + ".bin");

    /// <summary>Whether a job's file is there. Looks for the file only.</summary>
    public bool Contains(JobKey key) => File.Exists(PathOf(key));

    /// <summary>Writes a job's file, whole or not at all.</summary>
    public void Write(JobKey key, Action<BinaryWriter> write) => CheckedFile.Write(
        PathOf(key),
        stream =>
        {
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            writer.Write(magic);
            write(writer);
        },
        temporary);

    /// <summary>Whether a job's file is there and as it was written.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">
    /// Told where it is there and damaged; it stays where it is until its job, trained again, writes it anew.
    /// </param>
    public bool IsWhole(JobKey key, Action<string> onDamage)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return false;
        if (CheckedFile.IsWhole(path)) return true;
        onDamage($"{Sentence(what)} of job {key.Short} ('{path}') are damaged, so the job is trained again.");
        return false;
    }

    /// <summary>Reads a job's file; the default where there is none, or where it is damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="read">Reads the content behind the first eight bytes; what it throws of <see cref="InvalidDataException"/> and
    /// <see cref="EndOfStreamException"/> counts as damage.</param>
    /// <param name="onDamage">Told where it is damaged; a build trains its job again.</param>
    public T? Read<T>(JobKey key, Func<BinaryReader, T> read, Action<string> onDamage)
        where T : class
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return null;
        try
        {
            if (CheckedFile.Read(path) is { Length: >= 8 } bytes && BitConverter.ToUInt64(bytes) == magic)
            {
                using var reader = new BinaryReader(new MemoryStream(bytes, 8, bytes.Length - 8));
                return read(reader);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            // As a wrong checksum: told below.
        }

        onDamage($"{Sentence(what)} of job {key.Short} ('{path}') are damaged and left out; the next build trains the job again.");
        return null;
    }

    /// <summary>Writes numbers with their count in front.</summary>
    public static void Put(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Reads what <see cref="Put"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The count cannot be.</exception>
    public static float[] Get(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count < 0 || (long)count * sizeof(float) > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException($"A list of {count} numbers cannot be.");
        var values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static string Sentence(string start) => char.ToUpperInvariant(start[0]) + start[1..];
}
