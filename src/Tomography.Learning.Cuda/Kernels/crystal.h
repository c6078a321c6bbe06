// One crystal of a batch in one convolution, as the kernels over bonds walk it. CPU: BondLayer.
#pragma once
#include "step.h"

struct Crystal {
    int nodes;            // how many
    int first_node;       // in the batch
    int graph_node;       // its first node in the graphs
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
