// The gated sum of each node, and for training the sums over its bonds of c X, c Y, c X z and c Y z (4S per node), where X and Y are the
// derivatives of the gate. CPU: GateSum. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, and rows that take the crystal's nodes by turns.
#include "crystal.h"
#include "functions.h"

template <bool is_training>
DEVICE void sum_gates(const Step& s, const Crystal& c, int layer, int column, const Terms& terms) {
    int stride = s.stride, rows = thread_count() / chunk;
    const float* norms = norms_of(s, layer);
    float scale_f = norms[4 * stride + column], scale_g = norms[5 * stride + column];
    float shift_f = norms[6 * stride + column], shift_g = norms[7 * stride + column];
    float* sums = work(s, s.sums) + ((long)layer * s.node_room + c.first_node) * stride + column;
    float* moments = work(s, s.moments) + ((long)layer * s.node_room + c.first_node) * 4 * stride + column;
    for (int n = thread_index() / chunk; n < c.nodes; n += rows) {
        const float* own = own_terms(s, c, n);
        float own_f = own[column], own_g = own[stride + column];
        float sum = 0, sum_x = 0, sum_y = 0, sum_xz = 0, sum_yz = 0;
        int i = s.bond_start[c.graph_node + n], end = s.bond_start[c.graph_node + n + 1];
        BondInputs next = i < end ? bond_inputs(s, c, terms, i, column) : BondInputs();
        for (; i < end; i++) {
            BondInputs bond = next;
            if (i + 1 < end) next = bond_inputs(s, c, terms, i + 1, column);
            float z_f = own_f + bond.q_f + bond.t_f, z_g = own_g + bond.q_g + bond.t_g;
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
DEVICE void gate_sums_of_crystal(const Step& s, const LaunchArguments& a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk;
    if (crystal >= b.crystals) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    bool is_in = column < s.stride;
    const float* weights = bond_weights(s, a.layer, column);
    if (c.distances <= a.term_room) {
        Terms terms = terms_in_shared_memory();
        if (is_in) make_terms(s, c, weights, terms);
        barrier();
        if (is_in) sum_gates<is_training>(s, c, a.layer, column, terms);
    } else {
        Terms terms = terms_in_memory(s, c, column);
        if (is_in) make_terms(s, c, weights, terms);
        barrier();
        if (is_in) sum_gates<is_training>(s, c, a.layer, column, terms);
    }
}

KERNEL(gate_sums, most_gate_rows * chunk)(const Step s, const LaunchArguments a) { gate_sums_of_crystal<true>(s, a); }

KERNEL(gate_sums_of_prediction, most_gate_rows * chunk)(const Step s, const LaunchArguments a) { gate_sums_of_crystal<false>(s, a); }
