// The gradient of z per bond, spread to where z came from: P and Q of the nodes (4S each), and T of the crystal's distances (2S each),
// each summed over the crystal's bonds in order. The gate is computed anew: to keep its derivatives would take more memory than all else.
// CPU: GateGradient. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals by crystals_per_block, models. A thread takes one column after the other; nothing is shared between threads.
#include "crystal.h"
#include "functions.h"
#include "terms.h"

// Where a thread sums what bonds send to places of the crystal: two numbers per place, filter and core, so far apart.
struct Places {
    float* at;
    int step;
    int half;
};

DEVICE void clear(const Places& p, int count) {
    for (int i = 0; i < count; i++) p.at[(long)i * p.step] = p.at[(long)i * p.step + p.half] = 0;
}

DEVICE void add(const Places& p, int place, float f, float g) {
    float* at = p.at + (long)place * p.step;
    at[0] = at[0] + f;
    at[p.half] = at[p.half] + g;
}

template <bool is_stored>
DEVICE void gate_gradient_of_column(
    const Step& s, const Crystal& c, int layer, int column, const float* terms, int step, Places to_terms, Places to_neighbours) {
    int stride = s.stride;
    const float* weights = parameters_of(s) + bond_filter(s, layer) + column;
    const float* core_weights = weights + s.gaussians * stride;
    const float* norms = norms_of(s, layer);
    float scale_f = norms[4 * stride + column], scale_g = norms[5 * stride + column];
    float shift_f = norms[6 * stride + column], shift_g = norms[7 * stride + column];
    const float* constants = work(s, s.bond_constants) + column;
    float k1_f = constants[0], k1_g = constants[stride], k2_f = constants[2 * stride], k2_g = constants[3 * stride];
    const float* upstream = work(s, s.sum_gradient) + (long)c.first_node * stride + column;
    float* own_gradient = work(s, s.atom_gradient) + (long)c.first_node * 4 * stride + column;
    for (int n = 0; n < c.nodes; n++) {
        const float* own = own_terms(s, c, n);
        float own_f = own[column], own_g = own[stride + column], d = upstream[(long)n * stride];
        float scaled_f = scale_f * d, scaled_g = scale_g * d, m = 0.f - s.multiplicity[c.graph_node + n];
        float m1_f = m * k1_f, m1_g = m * k1_g, m2_f = m * k2_f, m2_g = m * k2_g, sum_f = 0, sum_g = 0;
        int end = s.bond_start[c.graph_node + n + 1];
        for (int i = s.bond_start[c.graph_node + n]; i < end; i++) {
            Bond bond = s.bond[i];
            const float* q = neighbour_terms(c, bond);
            int distance = c.graph_distance + bond.distance;
            float term_f = is_stored ? terms[bond.distance * 2 * step] : term_of(s, distance, weights);
            float term_g = is_stored ? terms[(bond.distance * 2 + 1) * step] : term_of(s, distance, core_weights);
            float z_f = own_f + q[column] + term_f, z_g = own_g + q[stride + column] + term_g;
            Gate g = gate(fma(z_f, scale_f, shift_f), fma(z_g, scale_g, shift_g));
            float x = g.core * g.sigmoid * (1.f - g.sigmoid), y = g.sigmoid * g.sigmoid_core;
            float gradient_f = fma(scaled_f, x, fma(m2_f, z_f, m1_f)) * bond.count;
            float gradient_g = fma(scaled_g, y, fma(m2_g, z_g, m1_g)) * bond.count;
            sum_f = sum_f + gradient_f;
            sum_g = sum_g + gradient_g;
            add(to_neighbours, bond.neighbour, gradient_f, gradient_g);
            add(to_terms, bond.distance, gradient_f, gradient_g);
        }

        own_gradient[(long)n * 4 * stride] = sum_f;
        own_gradient[(long)n * 4 * stride + stride] = sum_g;
    }
}

KERNEL gate_gradient(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x() * a.crystals_per_block + thread_index() / a.width, threads = thread_count(), stride = s.stride;
    if (crystal >= b.crystals) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    float* own = shared_memory() + thread_index();
    bool has_terms = c.distances <= a.term_room, has_nodes = c.nodes <= a.node_room;
    Places shared_terms = {own + (long)2 * a.term_room * threads, 2 * threads, threads};
    Places shared_nodes = {own + (long)4 * a.term_room * threads, 2 * threads, threads};
    for (int column = thread_index() % a.width; column < stride; column += a.width) {
        Places term_result = {work(s, s.term_gradient) + (long)c.batch_distance * 2 * stride + column, 2 * stride, stride};
        Places node_result = {work(s, s.atom_gradient) + ((long)c.first_node * 4 + 2) * stride + column, 4 * stride, stride};
        Places to_terms = has_terms ? shared_terms : term_result, to_nodes = has_nodes ? shared_nodes : node_result;
        clear(to_terms, c.distances);
        clear(to_nodes, c.nodes);
        if (has_terms) {
            const float* weights = parameters_of(s) + bond_filter(s, a.layer) + column;
            terms_of_crystal(s, c.graph_distance, c.distances, weights, own, 2 * threads);
            terms_of_crystal(s, c.graph_distance, c.distances, weights + s.gaussians * stride, own + threads, 2 * threads);
            gate_gradient_of_column<true>(s, c, a.layer, column, own, threads, to_terms, to_nodes);
        } else {
            gate_gradient_of_column<false>(s, c, a.layer, column, own, threads, to_terms, to_nodes);
        }

        for (int d = 0; has_terms && d < c.distances; d++) {
            term_result.at[(long)d * 2 * stride] = shared_terms.at[d * 2 * threads];
            term_result.at[(long)d * 2 * stride + stride] = shared_terms.at[d * 2 * threads + threads];
        }

        for (int n = 0; has_nodes && n < c.nodes; n++) {
            node_result.at[(long)n * 4 * stride] = shared_nodes.at[n * 2 * threads];
            node_result.at[(long)n * 4 * stride + stride] = shared_nodes.at[n * 2 * threads + threads];
        }
    }
}
