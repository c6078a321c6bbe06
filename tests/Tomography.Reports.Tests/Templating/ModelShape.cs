using Scriban.Runtime;

namespace Tomography.Reports.Tests.Templating;

/// <summary>What kinds of values stand at one place of a model, over all models that were seen.</summary>
internal sealed class ModelShape
{
    private static readonly string[] s_figure = ["id", "caption", "how", "svg"];
    private static readonly string[] s_table = ["caption", "isNarrow", "columns", "rows"];

    private readonly HashSet<string> _kinds = [];
    private readonly List<(string Name, ModelShape Shape)> _members = [];
    private ModelShape? _item;

    /// <summary>Takes in one more value.</summary>
    public void Add(object? value)
    {
        _kinds.Add(value switch
        {
            null => "nothing",
            string => "text",
            bool => "yes/no",
            ScriptArray => "list",
            ScriptObject => "group",
            _ => "number",
        });
        if (value is ScriptArray list)
        {
            foreach (var item in list) (_item ??= new()).Add(item);
        }
        else if (value is ScriptObject group)
        {
            foreach (var name in group.GetMembers())
            {
                if (_members.All(member => member.Name != name)) _members.Add((name, new()));
                _members.Single(member => member.Name == name).Shape.Add(group[name]);
            }
        }
    }

    /// <summary>The names below this place with their kinds, in the order of the model; figures and tables are one name each.</summary>
    public IEnumerable<(string Path, string Kind)> Names(string prefix = "")
    {
        foreach (var (name, shape) in _members)
        {
            yield return (prefix + name, shape.Kind);
            var below = shape._item ?? shape;
            if (below.Whole is not null) continue;
            foreach (var one in below.Names($"{prefix}{name}{(shape._item is null ? "." : "[].")}")) yield return one;
        }
    }

    private string? Whole =>
        _members.Select(member => member.Name).SequenceEqual(s_figure) ? "figure"
        : _members.Select(member => member.Name).SequenceEqual(s_table) ? "table"
        : null;

    private string Kind => string.Join(
        " or ", _kinds.OrderBy(kind => kind == "nothing").ThenBy(kind => kind, StringComparer.Ordinal).Select(Told));

    private string Told(string kind) => kind switch
    {
        "group" => Whole ?? kind,
        "list" => $"list of {_item?.Kind ?? "nothing"}s",
        _ => kind,
    };
}
