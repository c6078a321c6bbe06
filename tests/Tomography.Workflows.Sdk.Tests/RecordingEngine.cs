using System.Collections;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Stands in for MSBuild where a task is run by itself: it knows global properties and keeps what is logged.</summary>
internal sealed class RecordingEngine(Dictionary<string, string> globalProperties) : IBuildEngine6
{
    public List<string> Warnings { get; } = [];

    public List<string> Errors { get; } = [];

    public List<string> Messages { get; } = [];

    public bool IsRunningMultipleNodes => false;

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public IReadOnlyDictionary<string, string> GetGlobalProperties() => globalProperties;

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add($"{e.File}({e.LineNumber}): {e.Code}: {e.Message}");

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add($"{e.File}({e.LineNumber}): {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message ?? "");

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public void LogTelemetry(string eventName, IDictionary<string, string> properties)
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) =>
        throw new NotSupportedException();

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject,
        string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) => throw new NotSupportedException();

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties,
        string[] toolsVersion, bool returnTargetOutputs) => throw new NotSupportedException();

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection)
    {
    }

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => null;

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => null;

    public void Yield()
    {
    }

    public void Reacquire()
    {
    }
}
