using System.Runtime.CompilerServices;

namespace Tomography.Learning.Cuda;

/// <summary>The models that take part in what is launched, on a card: groups of one kind stand one behind the other.</summary>
/// <param name="gpu">The card.</param>
/// <param name="models">All models.</param>
internal sealed class Participants(IGpu gpu, CohortModels models) : IDisposable
{
    private readonly GpuList<int> _slots = new(gpu), _orderOf = new(gpu), _firstHead = new(gpu);
    private readonly GpuList<Head> _heads = new(gpu);
    private readonly Dictionary<int, int> _places = [];

    /// <summary>The groups.</summary>
    public IReadOnlyList<ModelGroup> Groups { get; private set; } = [];

    /// <summary>How many models take part.</summary>
    public int Count => _places.Count;

    /// <summary>Chooses who takes part.</summary>
    /// <param name="chosen">The models.</param>
    /// <param name="orderOf">Per model, its batch among those of a step.</param>
    /// <param name="kindOf">What kind a model is of; null where all are taken together.</param>
    public void Choose(ReadOnlySpan<int> chosen, ReadOnlySpan<int> orderOf, Func<int, ModelKind>? kindOf)
    {
        var groups = new List<ModelGroup>();
        List<int> orders = [], firstHead = [];
        _places.Clear();
        var all = chosen.ToArray().Zip(orderOf.ToArray()).GroupBy(m => kindOf?.Invoke(m.First) ?? default);
        foreach (var group in all)
        {
            var (first, heads) = (_places.Count, new List<Head>());
            foreach (var (model, order) in group)
            {
                firstHead.Add(heads.Count);
                foreach (var head in models.HeadsOf(model)) heads.Add(head with { Place = _places.Count - first });
                _places[model] = _places.Count;
                orders.Add(order);
            }

            firstHead.Add(heads.Count);
            groups.Add(new(first, [.. group.Select(m => m.First)], groups.Sum(g => g.Heads.Length), [.. heads], group.Key));
        }

        _slots.Write(groups.SelectMany(g => g.Models).ToArray());
        _orderOf.Write(orders.ToArray());
        _firstHead.Write(firstHead.ToArray());
        _heads.Write(groups.SelectMany(g => g.Heads).ToArray());
        Groups = groups;
    }

    /// <summary>The place of a model among those that take part.</summary>
    public int PlaceOf(int model) => _places[model];

    /// <summary>Tells kernels of a group; what models work in lies in the order of all that take part.</summary>
    /// <param name="group">The group.</param>
    /// <param name="number">Its place among the groups.</param>
    /// <param name="step">What kernels are told, of all that take part before.</param>
    public void Put(ModelGroup group, int number, ref Step step)
    {
        step.Slots = At<int>(_slots.Address, group.First);
        step.OrderOf = At<int>(_orderOf.Address, group.First);
        // Each group has one number more than it has models.
        step.FirstHead = At<int>(_firstHead.Address, group.First + number);
        step.Heads = At<Head>(_heads.Address, group.FirstHead);
        step.Work = At<float>(step.Work, group.First * step.WorkStride);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var list in (IDisposable[])[_slots, _orderOf, _firstHead, _heads]) list.Dispose();
    }

    private static ulong At<T>(ulong start, long place) => start + (ulong)(place * Unsafe.SizeOf<T>());
}
