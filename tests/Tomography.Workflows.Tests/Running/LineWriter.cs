using System.Text;
using System.Threading.Channels;

namespace Tomography.Workflows.Tests;

/// <summary>Lines that go into a channel.</summary>
internal sealed class LineWriter(ChannelWriter<string> lines) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => lines.TryWrite(value ?? "");
}
