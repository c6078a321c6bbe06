using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>A YAML text asks for more than is read.</summary>
/// <param name="start">Where.</param>
/// <param name="message">What is too much.</param>
internal sealed class YamlTooLargeException(Mark start, string message) : YamlException(start, start, message);
