using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tomography.Benchmarks;

/// <summary>A file as matbench's are: a table of pandas whose first column holds structures of pymatgen.</summary>
internal static class MatbenchLikeFile
{
    private const int SmallestCell = 8;
    private const int LargestCell = 48;

    private static readonly string[] s_elements = ["Li", "O", "Fe", "Si", "Na", "Cl", "Ti", "Sr", "La", "N"];

    /// <summary>Writes a file of about so many bytes, at least one structure; tells how many structures and sites it has.</summary>
    public static (int Structures, long Sites) Write(string path, long bytes)
    {
        var random = new Random(7);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var text = new StringBuilder();
        var (structures, sites) = (0, 0L);
        text.Append("{\"columns\": [\"structure\", \"e_form\"], \"data\": [");
        do
        {
            if (structures++ > 0) text.Append(", ");
            var count = random.Next(SmallestCell, LargestCell);
            sites += count;
            Append(text, random, count);
            Flush(stream, text);
        }
        while (stream.Length < bytes);

        text.Append("], \"index\": []}");
        Flush(stream, text);
        return (structures, sites);
    }

    private static void Append(StringBuilder text, Random random, int sites)
    {
        // One site to each part of a grid, so that none overlap.
        var parts = (int)Math.Ceiling(Math.Cbrt(sites));
        var edge = 3.0 * parts + random.NextDouble();
        text.Append("[{\"@module\": \"pymatgen.core.structure\", \"@class\": \"Structure\", \"charge\": null, \"lattice\": {\"matrix\": ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"[[{edge:R}, 0.0, {edge * 1e-16:R}], [{-edge * 1e-16:R}, {edge:R}, 0.0], [0.0, 0.0, {edge:R}]], \"a\": {edge:R}, "
                + $"\"b\": {edge:R}, \"c\": {edge:R}, \"alpha\": 90.0, \"beta\": 90.0, "
                + $"\"gamma\": 90.0, \"volume\": {edge * edge * edge:R}}}, \"sites\": [");
        for (var i = 0; i < sites; i++)
        {
            if (i > 0) text.Append(", ");
            var element = s_elements[random.Next(s_elements.Length)];
            var x = (i % parts + 0.1 + 0.3 * random.NextDouble()) / parts;
            var y = (i / parts % parts + 0.1 + 0.3 * random.NextDouble()) / parts;
            var z = (i / parts / parts + 0.1 + 0.3 * random.NextDouble()) / parts;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{{\"species\": [{{\"element\": \"{element}\", \"occu\": 1}}], \"abc\": [{x:R}, {y:R}, {z:R}], "
                    + $"\"xyz\": [{x * edge:R}, {y * edge:R}, {z * edge:R}], \"label\": \"{element}\", \"properties\": {{}}}}");
        }

        text.Append(CultureInfo.InvariantCulture, $"]}}, {random.NextDouble() * 4 - 3:R}]");
    }

    private static void Flush(Stream stream, StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(chunk.Length));
            stream.Write(bytes, 0, Encoding.UTF8.GetBytes(chunk.Span, bytes));
            ArrayPool<byte>.Shared.Return(bytes);
        }

        text.Clear();
    }
}
