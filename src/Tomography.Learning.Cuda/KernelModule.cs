namespace Tomography.Learning.Cuda;

/// <summary>The kernels as text for the driver (PTX), which compiles them for the card that is there.</summary>
internal static class KernelModule
{
    /// <summary>The text, with a zero behind it.</summary>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static byte[] Ptx
    {
        get
        {
            using var stream = typeof(KernelModule).Assembly.GetManifestResourceStream("kernels.ptx")
                ?? throw new InvalidOperationException("The program was built without its kernels.");
            var text = new byte[stream.Length + 1];
            stream.ReadExactly(text, 0, (int)stream.Length);
            return text;
        }
    }
}
