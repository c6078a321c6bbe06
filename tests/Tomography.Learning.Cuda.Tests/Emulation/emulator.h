// A GPU of one core, for tests: memory with its own addresses, blocks one after the other, the threads of a block as fibers that run in
// random order from barrier to barrier. Compiled with -fsanitize=thread, kernels tell each access to memory, and the emulator checks it
// against the memory that is there, against what was ever written, and against the other threads.
#pragma once
#include <cstddef>
#include <cstdint>

namespace emulator {

constexpr int most_threads = 1024;
constexpr size_t cell = 4;  // bytes whose accesses are told apart

struct Access {
    uint32_t launch = 0;  // 0: never
    uint32_t phase = 0;   // counted over all blocks: from barrier to barrier
    int32_t block = -1;   // -2: several
    int32_t thread = -1;  // -2: several of the phase
};

// What is known of a cell of memory.
struct Cell {
    Access read, write;
    uint8_t is_there = 0;
    uint8_t is_written = 0;
};

// What happens at present.
struct State {
    int grid[3];
    int block[3];
    int threads;
    int thread;
    uint32_t launch;
    uint32_t phase;
    int32_t block_number;
    float* shared;
    size_t shared_bytes;
    uint64_t random;
    char error[512];
};

extern State state;

// Checks one access of a kernel.
void check(const void* address, size_t bytes, bool is_write);

}  // namespace emulator
