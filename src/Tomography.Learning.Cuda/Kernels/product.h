// C = A B, each number one sum over the inner index in ascending order with fused multiply-adds. CPU: MatrixProduct.
//
// A block of 128 threads makes a tile of 64 x 64, each thread 8 rows x 4 columns of it. Tiles of A and B pass through shared memory in
// pieces of 32 inner indices, each laid out by inner index first, so that a thread reads its rows and columns side by side.
#pragma once
#include "step.h"

enum { tile = 64, tile_inner = 32, tile_stride = tile + 4, product_threads = 128, product_shared = 2 * tile_inner * tile_stride };

// One product to add to the sums. Rows of A may be named by a list.
struct Factors {
    const float* a;
    int a_stride;
    const int* a_rows;     // per row, its place in A; null: in order
    const float* b;
    int b_stride;          // from row to row of B, or of its transpose
    int inner;
    int is_transposed;     // B[k][column] stands at b[column][k]
    int b_columns;         // of the transpose: columns from here on are zero
    int part;              // of the transpose: inner indices of one part, behind which the next begins
    long part_size;
};

DEVICE float factor_b(const Factors& f, int k, int column) {
    if (!f.is_transposed) return f.b[(long)k * f.b_stride + column];
    return column < f.b_columns ? f.b[(k / f.part) * f.part_size + (long)column * f.b_stride + k % f.part] : 0.f;
}

// Adds a product to a thread's 8 x 4 sums.
DEVICE void add_product(const Factors& f, int row0, int rows, int column0, int columns, float sums[8][4]) {
    float* a = shared_memory();
    float* b = a + tile_inner * tile_stride;
    int t = thread_index(), column = t % 16 * 4, row = t / 16 * 8;
    for (int k0 = 0; k0 < f.inner; k0 += tile_inner) {
        int count = smaller(tile_inner, f.inner - k0);
        for (int i = t; i < tile * tile_inner; i += product_threads) {
            int r = i / tile_inner, k = i % tile_inner;
            int at = row0 + r;
            float value = 0;
            if (at < rows && k < count) value = f.a[(long)(f.a_rows ? f.a_rows[at] : at) * f.a_stride + k0 + k];
            a[k * tile_stride + r] = value;
        }

        for (int i = t; i < tile * tile_inner; i += product_threads) {
            // Neighbouring threads read neighbouring numbers, whichever way B lies.
            int k = f.is_transposed ? i % tile_inner : i / tile, c = f.is_transposed ? i / tile_inner : i % tile;
            b[k * tile_stride + c] = k < count && column0 + c < columns ? factor_b(f, k0 + k, column0 + c) : 0.f;
        }

        barrier();
#pragma unroll 4
        for (int k = 0; k < count; k++) {
            const float4v* ak = (const float4v*)(a + k * tile_stride + row);
            float4v x0 = ak[0], x1 = ak[1], y = *(const float4v*)(b + k * tile_stride + column);
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

// Starts a thread's sums: from a row for all (a bias), or from 0.
DEVICE void start_sums(const float* bias, int column0, int columns, float sums[8][4]) {
    int column = column0 + thread_index() % 16 * 4;
#pragma unroll
    for (int i = 0; i < 8; i++)
#pragma unroll
        for (int j = 0; j < 4; j++) sums[i][j] = bias && column + j < columns ? bias[column + j] : 0.f;
}

// Does something with each of a thread's sums that stands within the result: take(row, column, sum).
template <class Take>
DEVICE void take_sums(int row0, int rows, int column0, int columns, float sums[8][4], Take take) {
    int t = thread_index(), column = column0 + t % 16 * 4, row = row0 + t / 16 * 8;
#pragma unroll
    for (int i = 0; i < 8; i++)
#pragma unroll
        for (int j = 0; j < 4; j++)
            if (row + i < rows && column + j < columns) take(row + i, column + j, sums[i][j]);
}
