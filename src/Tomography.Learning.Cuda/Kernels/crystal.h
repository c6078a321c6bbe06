// The crystals and nodes of a batch in one convolution, as the kernels over bonds walk them. CPU: BondLayer.
//
// Threads stand in rows of 32, which are warps: those of a row look at the same bonds, each for a column of its own.
#pragma once
#include "step.h"
#include "terms.h"

enum { chunk = 32, gate_rows = 4, term_rows = 4, term_piece = 8 };

// Where the bonds of a crystal find what they are made of.
struct Crystal {
    const float* own;         // P of its first node, or of the elements
    const float* neighbours;  // Q likewise
    const float* terms;       // T of its first distance
    int by_species;           // whether rows of P and Q are elements
    int row;                  // floats of such a row
    int term_row;             // floats from distance to distance
};

DEVICE Crystal crystal_of(const Step& s, const Batch& b, int layer, int crystal) {
    Crystal c;
    c.row = 4 * s.stride;
    c.by_species = layer == 0;
    c.own = terms_of(s, layer) + (c.by_species ? 0 : (long)b.node_start[crystal] * c.row);
    c.neighbours = c.own + 2 * s.stride;
    c.term_row = 2 * s.stride;
    c.terms = bond_terms_of(s, layer) + (long)b.distance_start[crystal] * c.term_row;
    return c;
}

// P of a node, counted within the crystal; its number in the graphs tells the element.
DEVICE const float* own_terms(const Step& s, const Crystal& c, int node, int graph_node) {
    return c.own + (c.by_species ? s.species[graph_node] : node) * c.row;
}

// Q of a bond's neighbour.
DEVICE const float* neighbour_terms(const Crystal& c, const Bond& bond) {
    return c.neighbours + (c.by_species ? bond.neighbour_species : bond.neighbour) * c.row;
}

// T of a bond's distance.
DEVICE const float* bond_terms(const Crystal& c, const Bond& bond) { return c.terms + bond.distance * c.term_row; }

// What a gate needs of a bond beside its owner, for one column.
struct BondInputs {
    float count;
    float q_f, q_g;  // Q of the neighbour
    float t_f, t_g;  // T of the distance
};

DEVICE BondInputs bond_inputs(const Crystal& c, const Bond& bond, int column, int stride) {
    const float* q = neighbour_terms(c, bond) + column;
    const float* t = bond_terms(c, bond) + column;
    BondInputs b = {bond.count, q[0], q[stride], t[0], t[stride]};
    return b;
}

// Walks bonds of the graphs in order: take(number, inputs). Bonds are read two ahead and their inputs one ahead, so that memory answers
// while a gate is computed.
template <class Take>
DEVICE void walk_bonds(const Step& s, const Crystal& c, int from, int end, int column, Take take) {
    if (from >= end) return;
    BondInputs next = bond_inputs(c, s.bond[from], column, s.stride);
    Bond ahead = s.bond[smaller(from + 1, end - 1)];
    for (int i = from; i < end; i++) {
        BondInputs bond = next;
        next = bond_inputs(c, ahead, column, s.stride);
        ahead = s.bond[smaller(i + 2, end - 1)];
        take(i, bond);
    }
}
