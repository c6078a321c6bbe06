// The losses of a model's tasks, in float64 crystal by crystal, each a mean over the crystals that have its target. Those of a step are
// weighed and added up, and Adam's decay rates go one step on; those after a step ahead by one task's gradient are only kept.
// CPU: CpuNetwork.Losses, CpuNetwork.Weigh. Test: KernelsHaveTheBitsOfTheCpu. Grid: 1, models.
//
// What is measured of a model of k tasks, in this order: per task how many crystals have its target, k; its loss, k; row by row the losses
// after a step ahead by each task, k x k; the products of their gradients, k x k, of which the lower half is left open.
#include "step.h"

KERNEL(task_losses, 64)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int tasks = tasks_of(s);
    if (a.task >= tasks) return;
    const Head* heads = s.heads + s.first_head[block_y()];
    double* measures = s.measures + block_y() * s.measure_stride;
    double* losses = measures + (a.task + 2) * tasks;
    for (int j = thread_index(); j < tasks; j += thread_count()) {
        const double* own = losses_of(s, heads[j]);
        int labelled = labelled_of(s, heads[j])[j];
        double sum = 0;
#pragma unroll 8
        for (int c = 0; c < b.crystals; c++) sum += own[c];
        losses[j] = labelled == 0 ? 0 : sum / labelled;
        if (a.task < 0) measures[j] = labelled;
    }

    barrier();
    if (thread_index() != 0 || a.task >= 0) return;
    int model = model_of(s);
    double sum = 0;
    for (int j = 0; j < tasks; j++) sum += heads[j].weight * losses[j];
    s.loss_sums[model] += sum * b.crystals;
    s.decayed[2 * model] *= 0.9;
    s.decayed[2 * model + 1] *= 0.999;
}
