using Shouldly;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>The tests of the kernels can fail: each kind of mistake, planted into the sources, is found.</summary>
[Collection(nameof(Emulator))]
public sealed class DefectsAreFound
{
    public static TheoryData<PlantedDefect> Defects =>
    [
        new("a barrier removed", "product.h", "a, b);\n        barrier();", "a, b);", "nobody wrote"),
        new("an index off by one", "crystal.h", ": bond.neighbour)", ": bond.neighbour + 1)", ""),
        new("an order swapped", "bond_gradient_sums.cu", "lists[smaller(place + j, end - 1)]",
            "lists[place + j < end ? starts[i] + end - 1 - place - j : place]", ""),
        new("a read past the end", "update.cu", "if (at >= s.sizes[model]) return;", "", "past the end"),
        new("a read of what nobody wrote", "atom_gradients.cu", "smaller(i + j, end - 1)", "smaller(i + j, end)", "nobody wrote"),
        new("a race", "column_sums.h", "partial[(q * sum_blocks + block) * sum_columns + column] = sums[q];",
            "partial[q * sum_blocks * sum_columns + column] = sums[q];", "two threads write"),
        new("a contraction", "", "", "", "", "-ffp-contract=fast"),
    ];

    public static TheoryData<PlantedDefect> DefectsOfTasks =>
    [
        new("tasks by another order", "hidden_gradients.cu", "Head head = s.heads[i];", "Head head = s.heads[end - 1 - i];", ""),
        new("a mask forgotten", "prediction.cu", "if (target == target) count++;", "count++;", ""),
        new("a step that is not taken back", "task_gradients.cu", "parameters_of(s)[at] = work(s, s.shared_before)[at];", "", ""),
        new("a frozen trunk that moves", "update.cu", "if (trunk == 0) return;", "", "nobody wrote"),
    ];

    [EmulationTheory]
    [MemberData(nameof(Defects))]
    public void In_the_bits_or_by_the_checked_emulator(PlantedDefect defect) =>
        Find(defect, SmallCohort.Of(OptimizerKind.Sgd, epochs: 1).Models[3]);

    [EmulationTheory]
    [MemberData(nameof(DefectsOfTasks))]
    public void In_models_of_several_targets_and_in_frozen_ones(PlantedDefect defect) =>
        Find(defect, SmallCohort.Special(OptimizerKind.Sgd, epochs: 1).Models[defect.Finds.Length > 0 ? 2 : 7]);

    private static void Find(PlantedDefect defect, TrainingTask task)
    {
        using var emulator = new Emulator(isChecked: defect.Finds.Length > 0, defect.Plant, defect.Option);
        using var card = TestCard.Emulated(emulator);
        var there = Record.Exception(() => Trainer.Train(card.Device, task, null, default).Best.Parameters
            .ShouldBe(Trainer.Train(new CpuDevice(), task, null, default).Best.Parameters));
        there.ShouldNotBeNull();
        if (defect.Finds.Length > 0) there.ShouldBeOfType<EmulationException>().Message.ShouldContain(defect.Finds);
        else (there is ShouldAssertException or TrainingDivergedException).ShouldBeTrue(there.ToString());
    }

    [EmulationFact]
    public void And_a_barrier_that_only_some_threads_reach()
    {
        var defect = new PlantedDefect(
            "a barrier for some", "site_update.cu", "barrier();\n        float centre", "if (t % 2) barrier();\n        float centre", "");
        using var emulator = new Emulator(isChecked: false, defect.Plant);
        using var card = TestCard.Emulated(emulator);
        Should.Throw<EmulationException>(() => SmallCohort.Train(card.Device, SmallCohort.Of(OptimizerKind.Sgd, epochs: 1)))
            .Message.ShouldContain("wait at a barrier");
    }
}
