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

// Numbers of a tile of A, and of B, that each thread moves.
enum { tile_share = tile * tile_inner / product_threads };

// Reads a thread's share of the next tiles; zeros where they reach over the end. Neighbouring threads read neighbouring numbers,
// whichever way B lies.
DEVICE void read_tiles(const Factors& f, int row0, int rows, int column0, int columns, int k0, float a[tile_share], float b[tile_share]) {
    int t = thread_index(), k = k0 + t % tile_inner;
#pragma unroll
    for (int i = 0; i < tile_share; i++) {
        int at = row0 + t / tile_inner + i * (product_threads / tile_inner);
        a[i] = at < rows && k < f.inner ? f.a[(long)(f.a_rows ? f.a_rows[at] : at) * f.a_stride + k] : 0.f;
    }

    if (f.is_transposed) {
        const float* from = f.b + (k / f.part) * f.part_size + k % f.part;
#pragma unroll
        for (int i = 0; i < tile_share; i++) {
            int column = column0 + t / tile_inner + i * (product_threads / tile_inner);
            b[i] = column < columns && column < f.b_columns && k < f.inner ? from[(long)column * f.b_stride] : 0.f;
        }
    } else {
        int column = column0 + t % tile;
#pragma unroll
        for (int i = 0; i < tile_share; i++) {
            int inner = k0 + t / tile + i * (product_threads / tile);
            b[i] = column < columns && inner < f.inner ? f.b[(long)inner * f.b_stride + column] : 0.f;
        }
    }
}

// Lays them out in shared memory.
DEVICE void keep_tiles(bool is_transposed, const float from_a[tile_share], const float from_b[tile_share], float* a, float* b) {
    int t = thread_index();
#pragma unroll
    for (int i = 0; i < tile_share; i++) {
        a[t % tile_inner * tile_stride + t / tile_inner + i * (product_threads / tile_inner)] = from_a[i];
        if (is_transposed)
            b[t % tile_inner * tile_stride + t / tile_inner + i * (product_threads / tile_inner)] = from_b[i];
        else
            b[(t / tile + i * (product_threads / tile)) * tile_stride + t % tile] = from_b[i];
    }
}

// Adds a product to a thread's 8 x 4 sums. Memory answers for the next tiles while the last ones are multiplied.
DEVICE void add_product(const Factors& f, int row0, int rows, int column0, int columns, float sums[8][4]) {
    float* a = shared_memory();
    float* b = a + tile_inner * tile_stride;
    int t = thread_index(), column = t % 16 * 4, row = t / 16 * 8;
    float next_a[tile_share], next_b[tile_share];
    if (f.inner > 0) read_tiles(f, row0, rows, column0, columns, 0, next_a, next_b);
    for (int k0 = 0; k0 < f.inner; k0 += tile_inner) {
        int count = smaller(tile_inner, f.inner - k0);
        keep_tiles(f.is_transposed, next_a, next_b, a, b);
        barrier();
        if (k0 + tile_inner < f.inner) read_tiles(f, row0, rows, column0, columns, k0 + tile_inner, next_a, next_b);
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
