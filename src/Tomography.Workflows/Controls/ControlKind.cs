using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A kind of control feature, which runs along to tell what chance does, or what a model does that has the answer.</summary>
public abstract class ControlKind
{
    /// <summary>The kinds that there are.</summary>
    public static ImmutableArray<ControlKind> All { get; } = [new NoiseControl(), new ShuffledControl(), new SelfControl()];

    /// <summary>What experiments call it.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public abstract string Meaning { get; }

    /// <summary>Whether a property of the dataset must not have this name.</summary>
    internal virtual bool Reserves(PropertyName name) => name.Value == Name;

    /// <summary>The rows that it adds to the tables.</summary>
    internal abstract IEnumerable<PropertySet> Rows(ControlledStudy study);

    /// <summary>The columns that it adds to a dataset.</summary>
    internal virtual IEnumerable<PropertyColumn> Columns(Dataset dataset, ControlledStudy study) => [];

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
