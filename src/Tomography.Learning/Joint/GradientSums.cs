using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>
/// Adds up what is measured of the gradients of tasks. Its numbers stand in one array, so that a checkpoint keeps them: per task the number
/// of measurements and the sum of norms; then per ordered pair of tasks the number, cosines, conflicts, and affinities.
/// </summary>
/// <param name="tasks">How many tasks, at least 2.</param>
internal sealed class GradientSums(int tasks)
{
    private const int PerTask = 2, PerPair = 4;

    private double[] _sums = new double[SizeOf(tasks)];

    /// <summary>Numbers of so many tasks.</summary>
    public static int SizeOf(int tasks) => tasks * PerTask + tasks * tasks * PerPair;

    /// <summary>The product of two gradients, number by number, summed in order.</summary>
    public static double Dot(float[] a, float[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }

    public double[] Save() => [.. _sums];

    /// <exception cref="ArgumentException">The numbers are those of another number of tasks.</exception>
    public void Load(double[] sums)
    {
        if (sums.Length != _sums.Length) throw new ArgumentException("The sums belong to another number of tasks.", nameof(sums));
        _sums = [.. sums];
    }

    /// <summary>The norm of a task's gradient.</summary>
    public void AddNorm(int task, double norm)
    {
        _sums[task * PerTask]++;
        _sums[task * PerTask + 1] += norm;
    }

    /// <summary>How the gradients of two tasks lie to each other, and what a step by the first does to the other.</summary>
    public void Add(int from, int to, double cosine, double affinity)
    {
        var at = At(from, to);
        _sums[at]++;
        _sums[at + 1] += cosine;
        _sums[at + 2] += cosine < 0 ? 1 : 0;
        _sums[at + 3] += affinity;
    }

    /// <summary>The same from what they follow from; left out where one of the gradients or the loss is 0.</summary>
    /// <param name="from">The task along whose gradient a step ahead went.</param>
    /// <param name="to">The other task.</param>
    /// <param name="norms">The product of the norms of their gradients.</param>
    /// <param name="product">The product of the gradients.</param>
    /// <param name="before">The loss of the other task.</param>
    /// <param name="after">Its loss after the step.</param>
    public void Add(int from, int to, double norms, double product, double before, double after)
    {
        if (!(norms > 0) || !(before > 0)) return;
        var (affinity, cosine) = (1 - after / before, product / norms);
        if (double.IsFinite(affinity) && double.IsFinite(cosine)) Add(from, to, cosine, affinity);
    }

    /// <summary>The means.</summary>
    /// <param name="names">The tasks in order.</param>
    /// <param name="sums">What <see cref="Save"/> gave.</param>
    public static JointMeasures Of(ImmutableArray<PropertyName> names, double[] sums)
    {
        var tasks = new GradientSums(names.Length);
        tasks.Load(sums);
        return tasks.Means(names);
    }

    private JointMeasures Means(ImmutableArray<PropertyName> names)
    {
        var relations = from i in Enumerable.Range(0, tasks) from j in Enumerable.Range(0, tasks) where i != j select Relation(i, j);
        return new([.. names.Select((name, i) => new TaskGradient(name, (int)_sums[i * PerTask], Mean(i * PerTask, 1)))], [.. relations]);

        TaskRelation Relation(int i, int j) =>
            new(names[i], names[j], (int)_sums[At(i, j)], Mean(At(i, j), 1), Mean(At(i, j), 2), Mean(At(i, j), 3));

        double Mean(int at, int which) => _sums[at] == 0 ? 0 : _sums[at + which] / _sums[at];
    }

    private int At(int from, int to) => tasks * PerTask + (from * tasks + to) * PerPair;
}
