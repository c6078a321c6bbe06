#include "emulator.h"

#include <sys/mman.h>

// Compiled with -fsanitize=address, what is no memory of the card is poisoned.
#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif
#ifdef HAS_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, bytes) ((void)(address), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(address, bytes) ((void)(address), (void)(bytes))
#endif

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <vector>

namespace emulator {

State state;

namespace {

constexpr size_t page = 4096;
constexpr size_t guard = 256;          // bytes between two pieces of memory
constexpr size_t arena_bytes = 1ull << 34;
constexpr size_t most_shared = 96 * 1024;
constexpr size_t stack_bytes = 64 * 1024;

char* arena;
size_t arena_used;
size_t memory_limit = arena_bytes, memory_used;
std::map<size_t, size_t> pieces;       // offset, bytes
std::vector<Cell> cells;               // of the arena, where accesses are checked
std::vector<Cell> shared_cells;
bool is_checking;
alignas(64) char shared_memory[most_shared];

struct Fiber {
    void* stack_pointer;
    char* stack;
    bool is_done;
};

Fiber fibers[most_threads];
void* scheduler_stack_pointer;
void (*call_kernel)();

// Keeps what a function may expect to be kept, and goes on elsewhere.
__attribute__((naked, noinline)) void switch_stacks(void** /*from*/, void* /*to*/) {
    asm volatile(
        "pushq %rbp\n pushq %rbx\n pushq %r12\n pushq %r13\n pushq %r14\n pushq %r15\n"
        "movq %rsp, (%rdi)\n movq %rsi, %rsp\n"
        "popq %r15\n popq %r14\n popq %r13\n popq %r12\n popq %rbx\n popq %rbp\n ret\n");
}

uint64_t next_random() {
    state.random ^= state.random << 13;
    state.random ^= state.random >> 7;
    state.random ^= state.random << 17;
    return state.random;
}

void fiber_main() {
    call_kernel();
    fibers[state.thread].is_done = true;
    switch_stacks(&fibers[state.thread].stack_pointer, scheduler_stack_pointer);
    abort();
}

void start(Fiber& fiber) {
    if (!fiber.stack) fiber.stack = static_cast<char*>(malloc(stack_bytes));
    auto top = reinterpret_cast<uintptr_t>(fiber.stack + stack_bytes) & ~uintptr_t{15};
    auto words = reinterpret_cast<void**>(top - 8);  // as after a call
    *--words = reinterpret_cast<void*>(&fiber_main);
    words -= 6;
    memset(words, 0, 6 * sizeof(void*));
    fiber.stack_pointer = words;
    fiber.is_done = false;
}

void fail(const char* what, const void* address) {
    if (state.error[0]) return;
    auto at = static_cast<const char*>(address);
    char place[96];
    if (at >= shared_memory && at < shared_memory + most_shared)
        snprintf(place, sizeof place, "byte %zd of shared memory", at - shared_memory);
    else if (at >= arena && at < arena + arena_bytes) {
        auto next = pieces.upper_bound(at - arena);
        if (next == pieces.begin()) snprintf(place, sizeof place, "before all memory");
        else {
            --next;
            snprintf(place, sizeof place, "byte %zd of %zu", static_cast<size_t>(at - arena) - next->first, next->second);
        }
    } else
        snprintf(place, sizeof place, "an address of no device memory");
    snprintf(state.error, sizeof state.error, "%s: %s, block (%d, %d, %d), thread %d", what, place, state.block[0], state.block[1],
        state.block[2], state.thread);
}

Access here() { return {state.launch, state.phase, state.block_number, state.thread}; }

// Whether an access of before and one of now are not ordered by anything.
bool collides(const Access& before, bool is_shared) {
    if (before.launch != state.launch) return false;
    if (before.block != state.block_number) return !is_shared;
    return before.phase == state.phase && before.thread != state.thread;
}

void check_cell(Cell& c, const void* address, bool is_write, bool is_shared) {
    if (!c.is_there) return fail(is_write ? "writes past the end" : "reads past the end", address);
    if (!is_write && !c.is_written) return fail("reads what nobody wrote", address);
    if (collides(c.write, is_shared)) return fail(is_write ? "two threads write" : "reads what another thread writes", address);
    if (is_write) {
        if (collides(c.read, is_shared)) return fail("writes what another thread reads", address);
        c.write = here();
        c.is_written = 1;
    } else {
        bool is_same_launch = c.read.launch == state.launch;
        Access now = here();
        if (is_same_launch && c.read.block != now.block) now.block = -2;
        else if (is_same_launch && c.read.phase == now.phase && c.read.thread != now.thread) now.thread = -2;
        c.read = now;
    }
}

void mark(char* from, size_t bytes, uint8_t is_there, uint8_t is_written) {
    if (!is_checking) return;
    size_t first = (from - arena) / cell, last = (from - arena + bytes + cell - 1) / cell;
    if (cells.size() < last) cells.resize(last + 1024 * 1024);
    for (size_t i = first; i < last; i++) {
        cells[i] = {};
        cells[i].is_there = is_there;
        cells[i].is_written = is_written;
    }
}

}  // namespace

void check(const void* address, size_t bytes, bool is_write) {
    if (state.error[0]) return;
    auto at = static_cast<const char*>(address);
    auto stack = fibers[state.thread].stack;
    if (at >= stack && at < stack + stack_bytes) return;
    for (size_t i = 0; i < bytes; i += cell) {
        const char* byte = at + i;
        if (byte >= arena && byte < arena + arena_bytes) {
            size_t place = (byte - arena) / cell;
            static Cell none;
            check_cell(place < cells.size() ? cells[place] : none, byte, is_write, false);
        } else if (byte >= shared_memory && byte < shared_memory + most_shared) {
            check_cell(shared_cells[(byte - shared_memory) / cell], byte, is_write, true);
        } else if (is_write)
            fail("writes where no memory is", address);
        // What is read from elsewhere are the kernel's own arguments and constants.
    }
}

}  // namespace emulator

using namespace emulator;

namespace {

void* present_kernel;
const void* step_argument;
const void* launch_argument;

}  // namespace

// Kernels take their two structures by value: kernels.cpp knows their types and calls.
extern "C" void call_with_arguments(void* kernel, const void* step, const void* arguments);

extern "C" {

__attribute__((visibility("default"))) void emulator_start(int check_accesses, uint64_t seed, uint64_t bytes) {
    if (!arena) arena = static_cast<char*>(
        mmap(nullptr, arena_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
    is_checking = check_accesses;
    state.random = seed * 2654435761u + 88172645463325252ull;
    memory_limit = bytes;
    shared_cells.resize(most_shared / cell);
}

__attribute__((visibility("default"))) void emulator_memory(uint64_t* available, uint64_t* total) {
    *available = memory_limit - memory_used;
    *total = memory_limit;
}

// Memory that nobody has written yet holds what is no number.
__attribute__((visibility("default"))) void* emulator_allocate(uint64_t bytes) {
    if (memory_used + bytes > memory_limit) return nullptr;
    size_t at = (arena_used + guard + 255) / 256 * 256;
    if (at + bytes + guard > arena_bytes) return nullptr;
    arena_used = at + bytes;
    memory_used += bytes;
    pieces[at] = bytes;
    ASAN_POISON_MEMORY_REGION(arena + at - guard, guard);
    ASAN_UNPOISON_MEMORY_REGION(arena + at, bytes);
    ASAN_POISON_MEMORY_REGION(arena + at + bytes, guard);
    memset(arena + at, 0xff, bytes);
    mark(arena + at, bytes, 1, 0);
    return arena + at;
}

__attribute__((visibility("default"))) void emulator_free(void* address) {
    size_t at = static_cast<char*>(address) - arena, bytes = pieces[at];
    mark(arena + at, bytes, 0, 0);
    // Whole pages of it go back to the system.
    size_t from = (at + page - 1) / page * page, to = (at + bytes) / page * page;
    if (to > from) madvise(arena + from, to - from, MADV_DONTNEED);
    ASAN_POISON_MEMORY_REGION(arena + at, bytes);
    memory_used -= bytes;
    pieces.erase(at);
    if (pieces.empty()) arena_used = 0;
}

__attribute__((visibility("default"))) void emulator_copy_in(void* to, const void* from, uint64_t bytes) {
    memcpy(to, from, bytes);
    mark(static_cast<char*>(to), bytes, 1, 1);
}

__attribute__((visibility("default"))) void emulator_copy_out(void* to, const void* from, uint64_t bytes) { memcpy(to, from, bytes); }

__attribute__((visibility("default"))) void emulator_clear(void* at, uint64_t bytes) {
    memset(at, 0, bytes);
    mark(static_cast<char*>(at), bytes, 1, 1);
}

// Runs a kernel; gives null or what was wrong.
__attribute__((visibility("default"))) const char* emulator_launch(
    void* kernel, int grid_x, int grid_y, int grid_z, int threads, int shared_bytes, const void* step, const void* arguments) {
    present_kernel = kernel;
    step_argument = step;
    launch_argument = arguments;
    call_kernel = [] { call_with_arguments(present_kernel, step_argument, launch_argument); };
    state.error[0] = 0;
    state.launch++;
    state.threads = threads;
    state.shared = reinterpret_cast<float*>(shared_memory);
    state.shared_bytes = shared_bytes;
    state.grid[0] = grid_x;
    state.grid[1] = grid_y;
    state.grid[2] = grid_z;
    if (threads > most_threads || shared_bytes > static_cast<int>(most_shared)) {
        snprintf(state.error, sizeof state.error, "%d threads, %d bytes of shared memory: more than there is", threads, shared_bytes);
        return state.error;
    }

    int order[most_threads];
    long blocks = static_cast<long>(grid_x) * grid_y * grid_z;
    for (long number = 0; number < blocks && !state.error[0]; number++) {
        state.block_number = static_cast<int32_t>(number);
        state.block[0] = static_cast<int>(number % grid_x);
        state.block[1] = static_cast<int>(number / grid_x % grid_y);
        state.block[2] = static_cast<int>(number / grid_x / grid_y);
        ASAN_UNPOISON_MEMORY_REGION(shared_memory, shared_bytes);
        ASAN_POISON_MEMORY_REGION(shared_memory + shared_bytes, most_shared - shared_bytes);
        memset(shared_memory, 0xff, shared_bytes);
        if (is_checking)
            for (size_t i = 0; i < shared_cells.size(); i++) {
                shared_cells[i] = {};
                shared_cells[i].is_there = i * cell < static_cast<size_t>(shared_bytes);
            }

        for (int t = 0; t < threads; t++) start(fibers[t]);
        int running = threads;
        while (running > 0 && !state.error[0]) {
            state.phase++;
            int ready = 0, done = 0;
            for (int t = 0; t < threads; t++)
                if (!fibers[t].is_done) order[ready++] = t;
            for (int i = ready - 1; i > 0; i--) {
                int other = static_cast<int>(next_random() % (i + 1)), kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }

            for (int i = 0; i < ready; i++) {
                state.thread = order[i];
                switch_stacks(&scheduler_stack_pointer, fibers[state.thread].stack_pointer);
                done += fibers[state.thread].is_done;
            }

            running = ready - done;
            // Those that left before the first barrier wait for nobody; later on all must meet.
            if (running > 0 && done > 0)
                snprintf(state.error, sizeof state.error, "%d threads wait at a barrier that %d do not reach, block (%d, %d, %d)", running,
                    done, state.block[0], state.block[1], state.block[2]);
        }
    }

    return state.error[0] ? state.error : nullptr;
}

int emulated_thread() { return state.thread; }
int emulated_threads() { return state.threads; }
int emulated_block(int axis) { return state.block[axis]; }
float* emulated_shared() { return state.shared; }
void emulated_barrier() { switch_stacks(&fibers[state.thread].stack_pointer, scheduler_stack_pointer); }

// What -fsanitize=thread has compiled code call.
void __tsan_init() {}
void __tsan_func_entry(void*) {}
void __tsan_func_exit() {}
void __tsan_read1(void* a) { check(a, 1, false); }
void __tsan_read2(void* a) { check(a, 2, false); }
void __tsan_read4(void* a) { check(a, 4, false); }
void __tsan_read8(void* a) { check(a, 8, false); }
void __tsan_read16(void* a) { check(a, 16, false); }
void __tsan_write1(void* a) { check(a, 1, true); }
void __tsan_write2(void* a) { check(a, 2, true); }
void __tsan_write4(void* a) { check(a, 4, true); }
void __tsan_write8(void* a) { check(a, 8, true); }
void __tsan_write16(void* a) { check(a, 16, true); }
void __tsan_unaligned_read2(void* a) { check(a, 2, false); }
void __tsan_unaligned_read4(void* a) { check(a, 4, false); }
void __tsan_unaligned_read8(void* a) { check(a, 8, false); }
void __tsan_unaligned_read16(void* a) { check(a, 16, false); }
void __tsan_unaligned_write2(void* a) { check(a, 2, true); }
void __tsan_unaligned_write4(void* a) { check(a, 4, true); }
void __tsan_unaligned_write8(void* a) { check(a, 8, true); }
void __tsan_unaligned_write16(void* a) { check(a, 16, true); }
void __tsan_read_range(void* a, size_t bytes) { check(a, bytes, false); }
void __tsan_write_range(void* a, size_t bytes) { check(a, bytes, true); }
void* __tsan_memcpy(void* to, const void* from, size_t bytes) {
    check(from, bytes, false);
    check(to, bytes, true);
    return memcpy(to, from, bytes);
}
void* __tsan_memmove(void* to, const void* from, size_t bytes) {
    check(from, bytes, false);
    check(to, bytes, true);
    return memmove(to, from, bytes);
}
void* __tsan_memset(void* to, int value, size_t bytes) {
    check(to, bytes, true);
    return memset(to, value, bytes);
}
}
