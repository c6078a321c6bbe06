// The mean over the sites of each crystal, and its softplus with slope. CPU: Pooling.Forward, CpuNetwork.Head.
// Test: KernelsHaveTheBitsOfTheCpu. Grid: the numbers of all crystals by 128, models.
#include "functions.h"
#include "step.h"

KERNEL(pool, 128)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    long at = (long)block_x() * thread_count() + thread_index();
    int crystal = (int)(at / s.stride), column = (int)(at % s.stride);
    if (crystal >= b.crystals) return;
    const float* v = s.convolutions == 0 ? work(s, s.species_vectors)
                                         : work(s, s.output) + (s.convolutions - 1) * s.node_room * s.stride;
    float sum = 0;
#pragma unroll 4
    for (int n = b.node_start[crystal]; n < b.node_start[crystal + 1]; n++) {
        int node = b.node[n];
        sum = fma(s.multiplicity[node], v[(long)(s.convolutions == 0 ? s.species[node] : n) * s.stride + column], sum);
    }

    float pooled = sum * (1 / s.sites[b.crystal[crystal]]), slope;
    work(s, s.pooled_activation)[at] = softplus(pooled, slope);
    work(s, s.pooled_slope)[at] = slope;
    if (s.vectors && column < s.pooled_width)
        s.vectors[((long)block_y() * s.prediction_stride + s.prediction_start + crystal) * s.pooled_width + column] = pooled;
}
