// The gated sum of each node, and for training the sums over its bonds of c X, c Y, c X z and c Y z (4S per node), where X and Y are the
// derivatives of the gate. CPU: GateSum. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals by crystals_per_block, models. A thread takes one column after the other; nothing is shared between threads.
#include "crystal.h"
#include "functions.h"
#include "terms.h"

template <bool is_stored, bool is_training>
DEVICE void gate_sums_of_column(const Step& s, const Crystal& c, int layer, int column, float* terms, int step) {
    int stride = s.stride;
    const float* weights = parameters_of(s) + bond_filter(s, layer) + column;
    const float* core_weights = weights + s.gaussians * stride;
    const float* norms = norms_of(s, layer);
    float scale_f = norms[4 * stride + column], scale_g = norms[5 * stride + column];
    float shift_f = norms[6 * stride + column], shift_g = norms[7 * stride + column];
    float* sums = work(s, s.sums) + ((long)layer * s.node_room + c.first_node) * stride + column;
    float* moments = work(s, s.moments) + ((long)layer * s.node_room + c.first_node) * 4 * stride + column;
    if (is_stored) {
        terms_of_crystal(s, c.graph_distance, c.distances, weights, terms, 2 * step);
        terms_of_crystal(s, c.graph_distance, c.distances, core_weights, terms + step, 2 * step);
    }

    for (int n = 0; n < c.nodes; n++) {
        const float* own = own_terms(s, c, n);
        float own_f = own[column], own_g = own[stride + column];
        float sum = 0, sum_x = 0, sum_y = 0, sum_xz = 0, sum_yz = 0;
        int end = s.bond_start[c.graph_node + n + 1];
        for (int i = s.bond_start[c.graph_node + n]; i < end; i++) {
            Bond bond = s.bond[i];
            const float* q = neighbour_terms(c, bond);
            int distance = c.graph_distance + bond.distance;
            float term_f = is_stored ? terms[bond.distance * 2 * step] : term_of(s, distance, weights);
            float term_g = is_stored ? terms[(bond.distance * 2 + 1) * step] : term_of(s, distance, core_weights);
            float z_f = own_f + q[column] + term_f, z_g = own_g + q[stride + column] + term_g;
            Gate g = gate(fma(z_f, scale_f, shift_f), fma(z_g, scale_g, shift_g));
            sum = fma(bond.count * g.sigmoid, g.core, sum);
            if (is_training) {
                float x = g.core * g.sigmoid * (1.f - g.sigmoid), y = g.sigmoid * g.sigmoid_core;
                float count_x = bond.count * x, count_y = bond.count * y;
                sum_x = sum_x + count_x;
                sum_y = sum_y + count_y;
                sum_xz = fma(count_x, z_f, sum_xz);
                sum_yz = fma(count_y, z_g, sum_yz);
            }
        }

        sums[(long)n * stride] = sum;
        if (is_training) {
            float* m = moments + (long)n * 4 * stride;
            m[0] = sum_x;
            m[stride] = sum_y;
            m[2 * stride] = sum_xz;
            m[3 * stride] = sum_yz;
        }
    }
}

template <bool is_training>
DEVICE void gate_sums_of_crystals(const Step& s, const LaunchArguments& a) {
    const Batch& b = batch_of(s);
    int crystal = block_x() * a.crystals_per_block + thread_index() / a.width;
    if (crystal >= b.crystals) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    float* terms = shared_memory() + thread_index();
    for (int column = thread_index() % a.width; column < s.stride; column += a.width) {
        if (c.distances <= a.term_room) gate_sums_of_column<true, is_training>(s, c, a.layer, column, terms, thread_count());
        else gate_sums_of_column<false, is_training>(s, c, a.layer, column, terms, thread_count());
    }
}

KERNEL gate_sums(const Step s, const LaunchArguments a) { gate_sums_of_crystals<true>(s, a); }

KERNEL gate_sums_of_prediction(const Step s, const LaunchArguments a) { gate_sums_of_crystals<false>(s, a); }
