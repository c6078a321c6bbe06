using System.Collections.Immutable;

namespace Tomography.Learning.Cuda;

/// <summary>
/// What joint models on a card know beyond their weights: steps done, and sums of what is measured of their tasks' gradients. Kernels
/// measure; their numbers are read when some dozens of steps are done, and added up as the CPU does.
/// </summary>
/// <param name="gpu">The card.</param>
/// <param name="inputs">What each model is made for.</param>
internal sealed class JointTraining(IGpu gpu, ImmutableArray<NetworkInputs> inputs) : IDisposable
{
    private readonly long[] _steps = new long[inputs.Length];
    private readonly GradientSums?[] _sums = [.. inputs.Select(i => i.Tasks > 1 ? new GradientSums(i.Tasks) : null)];
    private readonly GpuList<double> _measures = new(gpu);
    private readonly int _stride = StrideOf(inputs.Max(i => i.Tasks));
    private readonly List<(ModelGroup Group, int Step)> _measured = [];
    private int _models;

    /// <summary>The steps since a model's gradients were measured last; 0 where they never are.</summary>
    public int PhaseOf(int model) => inputs[model].Tasks > 1 ? (int)(_steps[model] % JointMeasures.Interval) : 0;

    /// <summary>Makes room for what the next steps measure.</summary>
    /// <param name="participants">Who takes part.</param>
    /// <param name="steps">How many steps.</param>
    public void Begin(Participants participants, int steps)
    {
        _measured.Clear();
        _models = participants.Count;
        foreach (var group in participants.Groups.Where(g => g.Kind.IsJoint))
            _measured.AddRange(Enumerable.Range(0, steps).Where(i => IsMeasured(group, i)).Select(i => (group, i)));
        // What other steps leave there is of no use.
        if (participants.Groups.Any(g => g.Kind.IsJoint)) _measures.Reserve((1L + _measured.Count) * _models * _stride);
    }

    /// <summary>Whether a step measures.</summary>
    /// <param name="group">The models.</param>
    /// <param name="step">The step, from 0, of those that come next.</param>
    public static bool IsMeasured(ModelGroup group, int step) =>
        group.Kind.IsJoint && (group.Kind.Phase + step) % JointMeasures.Interval == 0;

    /// <summary>Tells kernels where the numbers of a step go.</summary>
    public void Put(ModelGroup group, int number, ref Step step)
    {
        if (!group.Kind.IsJoint) return;
        step.Measures = _measures.Address + (ulong)(sizeof(double) * PlaceOf(_measured.IndexOf((group, number))));
        step.MeasureStride = _stride;
    }

    /// <summary>Adds up what was measured, when the kernels are done.</summary>
    /// <param name="participants">Who took part.</param>
    /// <param name="steps">How many steps are done.</param>
    public void End(Participants participants, int steps)
    {
        for (var region = 0; region < _measured.Count; region++)
        {
            var group = _measured[region].Group;
            var numbers = new double[group.Count * _stride];
            _measures.Read(PlaceOf(region), numbers);
            for (var i = 0; i < group.Count; i++) Add(_sums[group.Models[i]]!, numbers.AsSpan(i * _stride), inputs[group.Models[i]].Tasks);
        }

        foreach (var model in participants.Groups.SelectMany(g => g.Models)) _steps[model] += steps;
    }

    /// <summary>What a model knows; null for a model of one number.</summary>
    public JointProgress? Save(int model) => inputs[model].Joint is null ? null : new(_steps[model], _sums[model]?.Save() ?? []);

    /// <summary>Goes back to what it knew.</summary>
    /// <exception cref="ArgumentException">The numbers are those of another number of tasks.</exception>
    public void Load(int model, JointProgress? progress)
    {
        _steps[model] = progress?.Steps ?? 0;
        if (progress is not null) _sums[model]?.Load(progress.Sums);
    }

    /// <inheritdoc/>
    public void Dispose() => _measures.Dispose();

    // As task_losses.cu lays them out.
    private static int StrideOf(int tasks) => 2 * tasks + 2 * tasks * tasks;

    private static void Add(GradientSums sums, ReadOnlySpan<double> numbers, int tasks)
    {
        ReadOnlySpan<double> labelled = numbers[..tasks], before = numbers[tasks..], after = numbers[(2 * tasks)..];
        var products = numbers[((2 + tasks) * tasks)..];
        var norms = new double[tasks];
        for (var i = 0; i < tasks; i++) norms[i] = Math.Sqrt(products[i * tasks + i]);
        for (var i = 0; i < tasks; i++)
        {
            if (labelled[i] == 0) continue;
            sums.AddNorm(i, norms[i]);
            for (var j = 0; j < tasks; j++)
            {
                if (j == i || labelled[j] == 0) continue;
                var product = products[Math.Min(i, j) * tasks + Math.Max(i, j)];
                sums.Add(i, j, norms[i] * norms[j], product, before[j], after[i * tasks + j]);
            }
        }
    }

    private long PlaceOf(int region) => (1L + region) * _models * _stride;
}
