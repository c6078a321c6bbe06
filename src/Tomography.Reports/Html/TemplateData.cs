using System.Collections;
using System.Reflection;
using Scriban.Runtime;

namespace Tomography.Reports;

/// <summary>
/// Copies a view model into plain data, which is all that a template is given: texts, whole numbers, yes or no, lists, and groups of named
/// values; a figure is such a group. No object of the program is in it, so that a template reaches none of its methods.
/// </summary>
internal static class TemplateData
{
    // Views are a few levels deep; one that refers to itself has no end.
    private const int Deepest = 30;

    /// <summary>The properties of a model by their names; read-only.</summary>
    /// <param name="model">The model.</param>
    /// <param name="figures">Takes the figures in it, in their order; null where they are not wanted.</param>
    /// <exception cref="ArgumentException">A value is none of these kinds, or the model refers to itself.</exception>
    public static ScriptObject Of(object model, ICollection<ReportFigure>? figures = null) => Group(model, 0, figures);

    private static object? Value(object? value, int depth, ICollection<ReportFigure>? figures) => value switch
    {
        ReportFigure figure => Figure(figure, depth, figures),
        null or string or bool or int or long => value,
        IEnumerable list => List(list, depth, figures),
        _ when value.GetType() is { IsPrimitive: false, IsEnum: false } => Group(value, depth, figures),
        _ => throw new ArgumentException(
            $"A template is given texts, not '{value.GetType()}'; write it as it is to be shown.", nameof(value)),
    };

    private static ScriptObject Figure(ReportFigure figure, int depth, ICollection<ReportFigure>? figures)
    {
        figures?.Add(figure);
        return Group(figure.View, depth, figures);
    }

    private static ScriptArray List(IEnumerable values, int depth, ICollection<ReportFigure>? figures)
    {
        var list = new ScriptArray();
        foreach (var value in values) list.Add(Value(value, depth + 1, figures));
        list.IsReadOnly = true;
        return list;
    }

    private static ScriptObject Group(object model, int depth, ICollection<ReportFigure>? figures)
    {
        if (depth > Deepest) throw new ArgumentException($"The values of a template are nested more than {Deepest} deep.", nameof(model));
        var group = new ScriptObject();
        foreach (var property in model.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length == 0)
                group.SetValue(property.Name, Value(property.GetValue(model), depth + 1, figures), readOnly: true);
        }

        group.IsReadOnly = true;
        return group;
    }
}
