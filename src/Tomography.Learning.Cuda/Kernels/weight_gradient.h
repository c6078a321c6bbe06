// The gradient of a weight, A^T B over rows: float32 within blocks of 128 rows, float64 across them. CPU: WeightGradient.
//
// Tiles and threads as in product.h: 64 inputs x 64 outputs a block, rows in pieces of 32.
#pragma once
#include "product.h"

enum { gradient_rows = 128 };

struct GradientFactors {
    const float* a;       // activations
    int a_stride;
    const int* a_rows;    // per row, its place in A; null: in order
    int inputs;
    const float* b;       // gradients
    int b_stride;
    int outputs;
    int rows;
    float* result;        // inputs x outputs in parts of so many columns, one behind the other
    int part;
    long part_size;
};

// Reads a thread's share of the next rows; zeros where they reach over the end.
DEVICE void read_rows(const GradientFactors& g, int input0, int output0, int row0, int end, float a[tile_share], float b[tile_share]) {
    int input = input0 + thread_index() % tile, output = output0 + thread_index() % tile;
#pragma unroll
    for (int i = 0; i < tile_share; i++) {
        int at = row0 + thread_index() / tile + i * (product_threads / tile);
        a[i] = at < end && input < g.inputs ? g.a[(long)(g.a_rows ? g.a_rows[at] : at) * g.a_stride + input] : 0.f;
        b[i] = at < end && output < g.outputs ? g.b[(long)at * g.b_stride + output] : 0.f;
    }
}

// Adds the products of some rows to a thread's 8 x 4 sums, in float32. Memory answers for the next rows while the last are multiplied.
DEVICE void add_rows(const GradientFactors& g, int input0, int output0, int from, int end, float sums[8][4]) {
    float* a = shared_memory();
    float* b = a + tile_inner * tile_stride;
    int t = thread_index(), output = t % 16 * 4, input = t / 16 * 8;
    float next_a[tile_share], next_b[tile_share];
    read_rows(g, input0, output0, from, end, next_a, next_b);
    for (int row0 = from; row0 < end; row0 += tile_inner) {
        int count = smaller(tile_inner, end - row0);
#pragma unroll
        for (int i = 0; i < tile_share; i++) {
            int at = (t / tile + i * (product_threads / tile)) * tile_stride + t % tile;
            a[at] = next_a[i];
            b[at] = next_b[i];
        }

        barrier();
        if (row0 + tile_inner < end) read_rows(g, input0, output0, row0 + tile_inner, end, next_a, next_b);
#pragma unroll 4
        for (int r = 0; r < count; r++) {
            const float4v* ar = (const float4v*)(a + r * tile_stride + input);
            float4v x0 = ar[0], x1 = ar[1], y = *(const float4v*)(b + r * tile_stride + output);
#pragma unroll
            for (int i = 0; i < 4; i++) {
#pragma unroll
                for (int j = 0; j < 4; j++) {
                    sums[i][j] = fma(x0[i], y[j], sums[i][j]);
                    sums[4 + i][j] = fma(x1[i], y[j], sums[4 + i][j]);
                }
            }
        }

        barrier();
    }
}

// Puts a thread's sums where they belong in a gradient.
template <class Sum>
DEVICE void put_gradient(const GradientFactors& g, int input0, int output0, Sum sums[8][4]) {
    int row0 = input0 + thread_index() / 16 * 8, column0 = output0 + thread_index() % 16 * 4;
    // Parts and columns come in sixteens: a thread's four stand in one part, side by side.
    if (column0 >= g.outputs) return;
    float* to = g.result + (column0 / g.part) * g.part_size + column0 % g.part;
#pragma unroll
    for (int i = 0; i < 8; i++) {
        if (row0 + i >= g.inputs) break;
        float4v row = {(float)sums[i][0], (float)sums[i][1], (float)sums[i][2], (float)sums[i][3]};
        *(float4v*)(to + (long)(row0 + i) * g.part) = row;
    }
}

DEVICE void weight_gradient_tile(const GradientFactors& g, int input0, int output0) {
    double long_sums[8][4] = {};
    for (int from = 0; from < g.rows; from += gradient_rows) {
        float sums[8][4] = {};
        add_rows(g, input0, output0, from, smaller(from + gradient_rows, g.rows), sums);
#pragma unroll
        for (int i = 0; i < 8; i++)
#pragma unroll
            for (int j = 0; j < 4; j++) long_sums[i][j] += sums[i][j];
    }

    put_gradient(g, input0, output0, long_sums);
}
