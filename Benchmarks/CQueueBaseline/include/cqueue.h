// Two pending-event sets in plain C, to measure the engine's queue against.
//
// Both order 16-byte events by a full 128-bit key (time, then sequence). They know nothing of cancellation,
// handles or payloads, so they do less than the engine's queue, which is to their advantage.
#ifndef CQUEUE_H
#define CQUEUE_H

#include <stddef.h>
#include <stdint.h>

typedef enum cqueue_kind {
  // A 4-ary heap: smallest child by arithmetic, no branches; grandchildren prefetched.
  CQUEUE_HEAP,
  // A radix heap on the integer time with small buckets sorted when their turn comes.
  CQUEUE_RADIX,
} cqueue_kind;

typedef struct cqueue_hold cqueue_hold;

// A hold model with `pending` events, whose times are taken from the cycle of increments, of which there
// must be a power of two. NULL when memory runs out.
cqueue_hold *cqueue_hold_create(cqueue_kind kind, size_t pending, const int64_t *increments, size_t count);

// Pops and schedules `operations` times; returns the checksum of the pop times in their order.
uint64_t cqueue_hold_run(cqueue_hold *hold, size_t operations);

void cqueue_hold_destroy(cqueue_hold *hold);

#endif
