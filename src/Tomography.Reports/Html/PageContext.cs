using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace Tomography.Reports;

/// <summary>
/// How templates run: all that they print is escaped unless marked by <c>raw</c>, a name that does not exist is an error, and there is no
/// limit that a large report could reach. They have the model and functions on texts, lists and numbers; no clock, no chance, no files.
/// </summary>
internal sealed class PageContext : TemplateContext
{
    // Names that can be meant where a name is misspelt: those of the model, and those that a template gave itself.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public PageContext(PartialLoader partials)
        : base(Functions())
    {
        TemplateLoader = partials;
        StrictVariables = true;
        EnableRelaxedMemberAccess = EnableRelaxedIndexerAccess = false;
        LoopLimit = RecursiveLimit = LimitToString = ObjectRecursionLimit = 0;
        AutoIndent = false;
        NewLine = "\n";
        TryGetVariable = NoVariable;
        TryGetMember = NoMember;
    }

    /// <summary>What a template prints of a model.</summary>
    /// <exception cref="ScriptRuntimeException">It shows a value that does not exist, or something else in it fails.</exception>
    public string Render(Template template, ScriptObject model)
    {
        var own = new ScriptObject(); // what the template sets; the model cannot be changed
        PushGlobal(model);
        PushGlobal(own);
        _names.Clear();
        _names.UnionWith(model.GetMembers());
        var text = template.Render(this);
        PopGlobal();
        PopGlobal();
        return text;
    }

    /// <summary>Prints what <c>{{ }}</c> holds.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
    {
        null => this,
        MarkedHtml html => Write(html.ToString()),
        ScriptObject group => throw new ScriptRuntimeException(
            span, $"This is a group of values, not a text. Print one of them: {string.Join(", ", group.GetMembers())}"),
        _ => Write(HtmlText.Escape(ObjectToString(textAsObject) ?? "")),
    };

    /// <summary>What <c>if</c> takes for no: nothing, no, zero, an empty text, an empty list.</summary>
    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        string text => text.Length > 0,
        ScriptArray list => list.Count > 0,
        int or long => Convert.ToInt64(value, null) != 0,
        _ => base.ToBool(span, value),
    };

    public override void SetLoopVariable(ScriptVariable variable, object? value)
    {
        _names.Add(variable.Name);
        base.SetLoopVariable(variable, value);
    }

    // Only data has members. All else is opaque, so that nothing of the program is ever reached by reflection.
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        IScriptObject => ScriptObjectAccessor.Default,
        string => StringAccessor.Default,
        _ => NullAccessor.Default,
    };

    private static ScriptObject Functions()
    {
        var math = new MathFunctions();
        math.Remove("random");
        math.Remove("uuid");
        var functions = new ScriptObject();
        functions.SetValue("include", new IncludePartial(), readOnly: true);
        functions.SetValue("raw", new RawText(), readOnly: true);
        functions.SetValue("string", new StringFunctions(), readOnly: true);
        functions.SetValue("array", new ArrayFunctions(), readOnly: true);
        functions.SetValue("math", math, readOnly: true);
        return functions;
    }

    private bool NoVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value) =>
        throw new ScriptRuntimeException(span, variable.Scope == ScriptVariableScope.Local
            ? $"There is no '{variable.Name}' here; an include gives it, as in include 'partial' {variable.BaseName}: value"
            : NoName(variable.Name, [.. _names, .. BuiltinObject.GetMembers()]));

    private bool NoMember(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
        throw new ScriptRuntimeException(span, target is IScriptObject group
            ? NoName(member, group.GetMembers())
            : $"There is no '{member}' here: only groups of values have names");

    private static string NoName(string name, IEnumerable<string> names) => $"There is no '{name}'{TemplateFiles.NearestOf(name, names)}";
}
