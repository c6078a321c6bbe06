// Sums down columns: float32 within blocks of 64 rows, float64 across them, block by block. CPU: ColumnSums.
//
// A block of 512 threads takes 16 columns: 32 blocks of rows at a time, then one thread per column and sum adds them up in order.
#pragma once
#include "step.h"

enum { sum_columns = 16, sum_blocks = 32, sum_rows = 64, sum_threads = sum_columns * sum_blocks };

// Rows that a thread reads at a time, so that memory is waited for once.
enum { rows_ahead = 8 };

// Makes `count` sums per column: read(row, column) gives what one row tells, add(row, column, told, sums) adds its share to a thread's own
// sums. The result stands, for the thread whose number is q * 16 + column, in what it returns: sum q of that column.
template <int count, class Told, class Read, class Add>
DEVICE double column_sums(int rows, int column0, Read read, Add add) {
    float* partial = shared_memory();
    int t = thread_index(), column = t % sum_columns, block = t / sum_columns;
    double total = 0;
    for (int row0 = 0; row0 < rows; row0 += sum_rows * sum_blocks) {
        float sums[count] = {};
        int from = row0 + block * sum_rows, to = smaller(rows, from + sum_rows);
        for (int row = from; row < to; row += rows_ahead) {
            Told told[rows_ahead];
#pragma unroll
            for (int j = 0; j < rows_ahead; j++) told[j] = read(smaller(row + j, to - 1), column0 + column);
#pragma unroll
            for (int j = 0; j < rows_ahead; j++)
                if (row + j < to) add(row + j, column0 + column, told[j], sums);
        }

        for (int q = 0; q < count; q++) partial[(q * sum_blocks + block) * sum_columns + column] = sums[q];
        barrier();
        if (t < count * sum_columns) {
            int blocks = smaller(sum_blocks, (rows - row0 + sum_rows - 1) / sum_rows);
#pragma unroll 8
            for (int i = 0; i < blocks; i++) total += partial[(t / sum_columns * sum_blocks + i) * sum_columns + column];
        }

        barrier();
    }

    return total;
}

// The plain sum of each column of a matrix.
DEVICE double matrix_column_sums(const float* matrix, int row_length, int rows, int column0) {
    return column_sums<1, float>(
        rows, column0, [=](int row, int column) { return read_now(matrix[(long)row * row_length + column]); },
        [=](int, int, float x, float* sums) { sums[0] = sums[0] + x; });
}
