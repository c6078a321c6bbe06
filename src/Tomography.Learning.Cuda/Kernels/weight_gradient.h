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

DEVICE void weight_gradient_tile(const GradientFactors& g, int input0, int output0) {
    float* a = shared_memory();
    float* b = a + tile_inner * tile_stride;
    int t = thread_index(), output = t % 16 * 4, input = t / 16 * 8;
    double long_sums[8][4] = {};
    float sums[8][4] = {};
    for (int row0 = 0; row0 < g.rows; row0 += tile_inner) {
        int count = smaller(tile_inner, g.rows - row0);
        for (int i = t; i < tile * tile_inner; i += product_threads) {
            int r = i / tile, c = i % tile, at = row0 + r;
            int is_in = r < count;
            a[r * tile_stride + c] =
                is_in && input0 + c < g.inputs ? g.a[(long)(g.a_rows ? g.a_rows[at] : at) * g.a_stride + input0 + c] : 0.f;
            b[r * tile_stride + c] = is_in && output0 + c < g.outputs ? g.b[(long)at * g.b_stride + output0 + c] : 0.f;
        }

        barrier();
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
        if ((row0 + tile_inner) % gradient_rows == 0 || row0 + tile_inner >= g.rows) {
#pragma unroll
            for (int i = 0; i < 8; i++) {
#pragma unroll
                for (int j = 0; j < 4; j++) {
                    long_sums[i][j] += sums[i][j];
                    sums[i][j] = 0;
                }
            }
        }
    }

#pragma unroll
    for (int i = 0; i < 8; i++)
#pragma unroll
        for (int j = 0; j < 4; j++) {
            int row = input0 + input + i, column = output0 + output + j;
            if (row < g.inputs && column < g.outputs)
                g.result[(column / g.part) * g.part_size + (long)row * g.part + column % g.part] = (float)long_sums[i][j];
        }
}
