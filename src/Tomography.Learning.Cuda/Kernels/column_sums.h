// Sums down columns: float32 within blocks of 64 rows, float64 across them, block by block. CPU: ColumnSums.
//
// A block of 512 threads takes 16 columns: 32 blocks of rows at a time, then one thread per column and sum adds them up in order.
#pragma once
#include "step.h"

enum { sum_columns = 16, sum_blocks = 32, sum_rows = 64, sum_threads = sum_columns * sum_blocks };

// Makes `count` sums per column; add(row, column, sums) adds one row's share to a thread's own sums. The result stands, for the thread
// whose number is q * 16 + column, in what it returns: sum q of that column.
template <int count, class Add>
DEVICE double column_sums(int rows, int column0, Add add) {
    float* partial = shared_memory();
    int t = thread_index(), column = t % sum_columns, block = t / sum_columns;
    double total = 0;
    for (int row0 = 0; row0 < rows; row0 += sum_rows * sum_blocks) {
        float sums[count] = {};
        int from = row0 + block * sum_rows, to = smaller(rows, from + sum_rows);
#pragma unroll 4
        for (int row = from; row < to; row++) add(row, column0 + column, sums);
        for (int q = 0; q < count; q++) partial[(q * sum_blocks + block) * sum_columns + column] = sums[q];
        barrier();
        if (t < count * sum_columns) {
            int blocks = smaller(sum_blocks, (rows - row0 + sum_rows - 1) / sum_rows);
            for (int i = 0; i < blocks; i++) total += partial[(t / sum_columns * sum_blocks + i) * sum_columns + column];
        }

        barrier();
    }

    return total;
}
