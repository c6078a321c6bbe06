using System.IO.Compression;
using System.Text.RegularExpressions;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>The package alone, without the checkout and with no other source of packages, is enough for a study.</summary>
[Collection(PackingTools.Name)]
public sealed partial class Packaging : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void A_study_made_from_the_package_trains_tells_mistakes_and_is_cleaned()
    {
        Dotnet(_folder.Root, isolated: false, "pack", Repository.PathOf("src", "Tomography.Workflows.Sdk"), "-o", _folder.PathOf("feed"))
            .ShouldSucceed();
        Holds(Directory.GetFiles(_folder.PathOf("feed")).ShouldHaveSingleItem());
        _folder.Write(
            "nuget.config",
            """<configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources></configuration>"""
        );
        Dotnet(_folder.Root, isolated: true, "new", "install", "Tomography.Workflows.Sdk", "--add-source", "feed").ShouldSucceed();
        Dotnet(_folder.Root, isolated: true, "new", "tomography-study", "-n", "oxides").ShouldSucceed();
        foreach (var (name, experimentName) in new[] { ("mp-oxides", "mp-oxides"), ("2d oxides", "2d-oxides") })
        {
            Dotnet(_folder.Root, isolated: true, "new", "tomography-study", "-n", name).ShouldSucceed();
            Dotnet(_folder.PathOf(name), isolated: true, "build", "-t:Validate")
                .ShouldSucceed()
                .Text.ShouldContain($"{experimentName} is valid");
        }

        var study = _folder.PathOf("oxides");
        var experiment = Path.Combine(study, "oxides.experiment.yaml");
        File.WriteAllText(
            experiment,
            File.ReadAllText(experiment)
                .Replace("epochs: 30", "epochs: 2")
                .Replace("materials: 300", "materials: 40")
                .Replace("[1, 2, 3]", "[1]"));

        // 2 representations x 2 targets x (1 baseline + 3 features + noise)
        var build = Dotnet(study, isolated: true, "build").ShouldSucceed();
        build.Jobs.ShouldBe((20, 0, 20, 0));
        File.Exists(Path.Combine(study, "out", "oxides", "report.html")).ShouldBeTrue();
        Dotnet(study, isolated: true, "build").ShouldSucceed().Jobs.ShouldBe((20, 20, 0, 0));

        Dotnet(study, isolated: true, "build", "-t:Steer").ShouldSucceed();
        File.Exists(Path.Combine(study, "next.experiment.yaml")).ShouldBeTrue();
        Dotnet(study, isolated: true, "build").ShouldSucceed().Jobs.Planned.ShouldBe(20, "what steering wrote runs where it is named");

        File.WriteAllText(Path.Combine(study, "wrong.experiment.yaml"), "experiment: wrong\ndatset: { csv: materials.csv }\n");
        var wrong = Dotnet(study, isolated: true, "build");
        wrong.ExitCode.ShouldBe(1);
        var page = HelpForm().Match(wrong.Text).Groups["page"].Value;
        page.ShouldStartWith(_folder.PathOf("packages"), Case.Sensitive, "the page lies in the package");
        File.ReadAllText(page).ShouldStartWith("# TOMO1003");
        File.Delete(Path.Combine(study, "wrong.experiment.yaml"));

        Dotnet(study, isolated: true, "clean").ShouldSucceed();
        Directory.EnumerateFileSystemEntries(Path.Combine(study, "out")).ShouldBeEmpty();
        Directory
            .GetFiles(study)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                ".gitignore",
                "Directory.Build.rsp",
                "experiment.schema.json",
                "next.experiment.yaml",
                "oxides.experiment.yaml",
                "oxides.proj",
            ]);
    }

    /// <summary>Nothing of the machine, and nothing that a study does not need.</summary>
    private static void Holds(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        var names = zip.Entries.Select(e => e.FullName).ToArray();
        foreach (
            var name in new[]
            {
                "LICENSE",
                "README.md",
                "THIRD-PARTY-NOTICES.md",
                "Sdk/Sdk.props",
                "Sdk/Sdk.targets",
                "templates/report.sbn-html",
                "docs/diagnostics.md",
                "tools/Tomography.Workflows.Worker.runtimeconfig.json",
            }
        )
            names.ShouldContain(name);
        names
            .Where(n => n.StartsWith("lib/", StringComparison.Ordinal) || n.EndsWith("Tests.dll", StringComparison.Ordinal))
            .ShouldBeEmpty();
        foreach (var symbols in zip.Entries.Where(e => e.Name.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(symbols.Open(), System.Text.Encoding.Latin1);
            reader.ReadToEnd().ShouldNotContain(Repository.Root, Case.Sensitive, symbols.Name);
        }
    }

    /// <summary>A command; an isolated one has neither packages nor templates but its own.</summary>
    private BuildOutput Dotnet(string folder, bool isolated, params string[] arguments)
    {
        string[] environment = isolated
            ? ["env", $"NUGET_PACKAGES={_folder.PathOf("packages")}", $"DOTNET_CLI_HOME={_folder.PathOf("home")}", "DOTNET_NOLOGO=1"]
            : [];
        using var run = new Workspace.RunningBuild([.. environment, "dotnet", .. arguments], folder);
        return run.Finish(Limit);
    }

    [GeneratedRegex(@"error TOMO1003: .*'datset'.* Help: (?<page>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HelpForm();
}
