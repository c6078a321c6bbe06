// Backward through the end of a convolution: the softplus, the batch norm over sites, and the sums of the batch norm over bonds, which the
// moments of the nodes give. CPU: CpuNetwork.ConvolveBackward, ColumnSums, SiteUpdate. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: columns by 16, models.
#include "column_sums.h"
#include "norm.h"

// What a node tells of the norm over sites, then of that over bonds.
struct SiteTold {
    float gradient, slope, sum;
};

struct BondTold {
    float multiplicity, sum, gradient, moments[4];
};

KERNEL(norm_gradients, sum_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int t = thread_index(), stride = s.stride, column0 = block_x() * sum_columns, column = column0 + t % sum_columns;
    long first = (long)a.layer * s.node_room * stride;
    const float* sums = work(s, s.sums) + first;
    const float* slopes = work(s, s.slope) + first;
    const float* bond_norms = norms_of(s, a.layer);
    const float* site_norms = bond_norms + 8 * stride;
    float* gradient = node_gradient_of(s, a.layer);
    float* gradients = gradients_of(s);
    float* constants = shared_memory() + 4 * sum_blocks * sum_columns;
    double* totals = (double*)(constants + 2 * sum_columns);
    double total = column_sums<2, SiteTold>(
        b.nodes, column0,
        [=](int row, int c) {
            long at = (long)row * stride + c;
            SiteTold told = {read_now(gradient[at]), read_now(slopes[at]), read_now(sums[at])};
            return told;
        },
        [=](int row, int c, const SiteTold& told, float* sum) {
            float g = told.gradient * told.slope;
            gradient[(long)row * stride + c] = g;
            sum[0] = sum[0] + g;
            sum[1] = fma(g, told.sum, sum[1]);
        });
    if (t < 2 * sum_columns) totals[t] = total;
    barrier();
    if (t < sum_columns) {
        NormGradient site = norm_gradient(totals[t], totals[sum_columns + t], site_norms, stride, column, b.sites);
        gradients[sum_scale(s, a.layer) + column] = site.gamma;
        gradients[sum_shift(s, a.layer) + column] = site.beta;
        constants[t] = site.k1;
        constants[sum_columns + t] = site.k2;
    }

    barrier();
    float k1 = constants[t % sum_columns], k2 = constants[sum_columns + t % sum_columns], scale = site_norms[2 * stride + column];
    float* sum_gradient = work(s, s.sum_gradient);
    const float* moments = work(s, s.moments) + 4 * first;
    total = column_sums<4, BondTold>(
        b.nodes, column0,
        [=](int row, int c) {
            long at = (long)row * stride + c;
            const float* moment = moments + (long)row * 4 * stride + c;
            BondTold told = {read_now(s.multiplicity[b.node[row]]), read_now(sums[at]), read_now(gradient[at])};
            for (int q = 0; q < 4; q++) told.moments[q] = read_now(moment[q * stride]);
            return told;
        },
        [=](int row, int c, const BondTold& told, float* sum) {
            float m = 0.f - told.multiplicity;
            float d = fma(m, fma(k2, told.sum, k1), scale * told.gradient);
            sum_gradient[(long)row * stride + c] = d;
            for (int q = 0; q < 4; q++) sum[q] = fma(d, told.moments[q], sum[q]);
        });
    if (t < 4 * sum_columns) totals[t] = total;
    barrier();
    if (t >= 2 * sum_columns) return;
    int half = t / sum_columns, channel = half * stride + column;
    double bonds = b.bonds < 1 ? 1 : b.bonds;
    NormGradient bond = norm_gradient(totals[t], totals[2 * sum_columns + t], bond_norms, 2 * stride, channel, bonds);
    gradients[filter_scale(s, a.layer) + channel] = bond.gamma;
    gradients[filter_shift(s, a.layer) + channel] = bond.beta;
    float* bond_constants = work(s, s.bond_constants);
    bond_constants[channel] = bond.k1;
    bond_constants[2 * stride + channel] = bond.k2;
}
