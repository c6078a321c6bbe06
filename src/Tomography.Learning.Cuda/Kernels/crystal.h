// One crystal of a batch in one convolution, as the kernels over bonds walk it. CPU: BondLayer.
//
// A block takes one crystal and 32 columns, each with its filter and its core channel. A warp is one row of such a block: its threads look
// at the same bonds, each for a column of its own.
#pragma once
#include "step.h"
#include "terms.h"

enum { chunk = 32, most_gate_rows = 8 };

struct Crystal {
    int nodes;            // how many
    int first_node;       // in the batch
    int graph_node;       // its first node in the graphs
    int graph_bond;       // its first bond in the graphs
    int batch_bond;       // its first bond in the batch
    int distances;        // how many
    int graph_distance;   // its first distance in the graphs
    int batch_distance;   // its first distance in the batch
    const float* terms;   // P | Q
    int by_species;       // whether rows of P | Q are elements
    int row;              // floats of such a row
};

DEVICE Crystal crystal_of(const Step& s, const Batch& b, int layer, int crystal) {
    int number = b.crystal[crystal];
    Crystal c;
    c.first_node = b.node_start[crystal];
    c.nodes = b.node_start[crystal + 1] - c.first_node;
    c.graph_node = s.node_start[number];
    c.graph_bond = s.bond_start[c.graph_node];
    c.batch_bond = b.bond_start[crystal];
    c.graph_distance = s.distance_start[number];
    c.distances = s.distance_start[number + 1] - c.graph_distance;
    c.batch_distance = b.distance_start[crystal];
    c.terms = terms_of(s, layer);
    c.by_species = layer == 0;
    c.row = 4 * s.stride;
    return c;
}

// P of a node, counted within the crystal.
DEVICE const float* own_terms(const Step& s, const Crystal& c, int node) {
    return c.terms + (long)(c.by_species ? s.species[c.graph_node + node] : c.first_node + node) * c.row;
}

// Q of a bond's neighbour.
DEVICE const float* neighbour_terms(const Crystal& c, const Bond& bond) {
    return c.terms + (long)(c.by_species ? bond.neighbour_species : c.first_node + bond.neighbour) * c.row + c.row / 2;
}

// T of the crystal's distances for a thread's column: filter and core so far apart, distances a step apart.
struct Terms {
    float* at;
    int half;
    int step;
};

// In shared memory, of all columns of the block.
DEVICE Terms terms_in_shared_memory() {
    Terms t = {shared_memory() + thread_index() % chunk, chunk, 2 * chunk};
    return t;
}

// Of crystals that are too large for it, where the gradients of T will stand when T is not needed any more.
DEVICE Terms terms_in_memory(const Step& s, const Crystal& c, int column) {
    Terms t = {work(s, s.term_gradient) + (long)c.batch_distance * 2 * s.stride + column, s.stride, 2 * s.stride};
    return t;
}

// W3 of a column's filter channel; that of its core channel stands `gaussians` rows behind.
DEVICE const float* bond_weights(const Step& s, int layer, int column) { return parameters_of(s) + bond_filter(s, layer) + column; }

// Makes the terms, each row of the block some distances that follow each other. A barrier comes behind.
DEVICE void make_terms(const Step& s, const Crystal& c, const float* weights, const Terms& terms) {
    int rows = thread_count() / chunk, row = thread_index() / chunk;
    int from = (int)((long)c.distances * row / rows), to = (int)((long)c.distances * (row + 1) / rows);
    float* at = terms.at + (long)from * terms.step;
    terms_of_crystal(s, c.graph_distance + from, to - from, weights, at, terms.step);
    terms_of_crystal(s, c.graph_distance + from, to - from, weights + s.gaussians * s.stride, at + terms.half, terms.step);
}

// What a gate needs of a bond beside its owner, for one column: read one bond ahead, so that memory answers while the last one is computed.
struct BondInputs {
    float count;
    float q_f, q_g;  // Q of the neighbour
    float t_f, t_g;  // T of the distance
};

DEVICE BondInputs bond_inputs(const Step& s, const Crystal& c, const Terms& terms, int bond_number, int column) {
    Bond bond = s.bond[bond_number];
    const float* q = neighbour_terms(c, bond);
    const float* t = terms.at + (long)bond.distance * terms.step;
    BondInputs b = {bond.count, q[column], q[s.stride + column], t[0], t[terms.half]};
    return b;
}
