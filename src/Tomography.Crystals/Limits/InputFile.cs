using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tomography.Crystals;

/// <summary>Opens files that users name.</summary>
public static partial class InputFile
{
    // A pipe is opened at once with these; without them opening it waits for someone who writes into it.
    private const int LinuxNonBlockingCloseOnExec = 0x800 | 0x80000;
    private const int MacNonBlockingCloseOnExec = 0x4 | 0x1000000;

    /// <summary>
    /// Opens a file for reading. A pipe is refused: it would have the reader wait, perhaps for ever, and could be read once only.
    /// </summary>
    /// <exception cref="IOException">The file is a pipe, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream OpenRead(string path)
    {
        if (IsPipe(path)) throw new IOException($"'{path}' is a pipe, not a file. Write what comes out of it into a file, and name that.");
        return File.OpenRead(path);
    }

    /// <summary>The text of a file (UTF-8, or what its byte order mark says), opened as <see cref="OpenRead"/> does.</summary>
    /// <exception cref="IOException">The file is a pipe, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string ReadAllText(string path)
    {
        using var reader = new StreamReader(OpenRead(path));
        return reader.ReadToEnd();
    }

    /// <exception cref="InputLimitException">The file is longer than the limit.</exception>
    internal static void RequireSize(string file, InputLimits limits)
    {
        if (Excess(file, limits) is { } excess) throw new InputLimitException($"{file}: {excess}");
    }

    /// <summary>How a file exceeds the limit of length; null where it does not, or is not there.</summary>
    internal static string? Excess(string file, InputLimits limits) =>
        new FileInfo(file) is { Exists: true } info && info.Length > limits.MostFileBytes
            ? $"the file has {info.Length} bytes, at most {limits.MostFileBytes} are read; "
                + $"{limits.HowToRaise(nameof(InputLimits.MostFileBytes), info.Length)}"
            : null;

    private static bool IsPipe(string path)
    {
        if (OperatingSystem.IsWindows()) return false; // its named pipes have a name space of their own
        using var handle = Open(path, OperatingSystem.IsMacOS() ? MacNonBlockingCloseOnExec : LinuxNonBlockingCloseOnExec);
        // What cannot be opened is told by whoever opens it next.
        if (handle.IsInvalid || Directory.Exists(path)) return false;
        const int Current = 1;
        return Seek(handle, 0, Current) < 0;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek")]
    private static partial long Seek(SafeFileHandle handle, long offset, int whence);
}
