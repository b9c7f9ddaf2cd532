#include "cqueue.h"

#include <stdlib.h>
#include <string.h>

typedef struct event {
  uint64_t time;
  uint64_t key;  // sequence: unique, so the order is total
} event;

static inline int before(event a, event b) {
  // Arithmetic, not short-circuit logic: compilers turn the latter into branches nothing can predict.
  return ((unsigned __int128)a.time << 64 | a.key) < ((unsigned __int128)b.time << 64 | b.key);
}

// ---------------------------------------------------------------------------------------------- 4-ary heap

typedef struct heap {
  event *events;  // offset so that four siblings share a cache line
  void *memory;
  size_t count, capacity;
} heap;

static void heap_reserve(heap *h, size_t capacity) {
  // Children of i are 4i+1 ... 4i+4; storing index 1 at a line's start aligns every family.
  void *memory = aligned_alloc(64, ((capacity + 4) * sizeof(event) + 63) & ~(size_t)63);
  if (!memory) abort();
  event *events = (event *)memory + 3;
  if (h->count) memcpy(events, h->events, h->count * sizeof(event));
  free(h->memory);
  h->memory = memory;
  h->events = events;
  h->capacity = capacity;
}

static inline void heap_push(heap *h, event e) {
  if (h->count == h->capacity) heap_reserve(h, h->capacity * 2);
  event *events = h->events;
  size_t hole = h->count++;
  while (hole > 0) {
    size_t parent = (hole - 1) >> 2;
    if (before(events[parent], e)) break;
    events[hole] = events[parent];
    hole = parent;
  }
  events[hole] = e;
}

static inline event heap_pop(heap *h) {
  event *events = h->events;
  event top = events[0];
  size_t count = --h->count;
  event e = events[count];
  size_t hole = 0;
  for (;;) {
    size_t child = hole * 4 + 1;
    if (child + 3 < count) {
      const event *grand = events + child * 4 + 1;
      __builtin_prefetch(grand);
      __builtin_prefetch(grand + 4);
      __builtin_prefetch(grand + 8);
      __builtin_prefetch(grand + 12);
      size_t left = child + before(events[child + 1], events[child]);
      size_t right = child + 2 + before(events[child + 3], events[child + 2]);
      size_t least = left + (right - left) * before(events[right], events[left]);
      if (before(e, events[least])) break;
      events[hole] = events[least];
      hole = least;
    } else {
      if (child >= count) break;
      size_t least = child;
      for (size_t other = child + 1; other < count; other++)
        if (before(events[other], events[least])) least = other;
      if (before(e, events[least])) break;
      events[hole] = events[least];
      hole = least;
    }
  }
  events[hole] = e;
  return top;
}

// ---------------------------------------------------------------------------------------------- radix heap

enum { DIGIT = 4, FAN = 1 << DIGIT, LEVELS = 16, SMALL = 32 };

typedef struct bucket {
  event *events;
  size_t count, capacity;
} bucket;

typedef struct radix {
  bucket buckets[LEVELS * FAN];
  uint64_t occupied_levels, occupied[LEVELS];
  uint64_t base, bound;  // events before `bound` are in the front, sorted
  event *front;
  size_t head, tail, capacity;
} radix;

static inline void radix_place(radix *r, event e) {
  unsigned shift = (63 - __builtin_clzll((e.time ^ r->base) | 1)) & ~(DIGIT - 1);
  unsigned level = shift / DIGIT, digit = e.time >> shift & (FAN - 1);
  bucket *b = &r->buckets[level * FAN + digit];
  if (b->count == b->capacity) {
    b->capacity = b->capacity ? b->capacity * 2 : SMALL;
    b->events = realloc(b->events, b->capacity * sizeof(event));
    if (!b->events) abort();
  }
  b->events[b->count++] = e;
  r->occupied_levels |= 1ull << level;
  r->occupied[level] |= 1ull << digit;
}

static inline void radix_push(radix *r, event e) {
  if (e.time >= r->bound) {
    radix_place(r, e);
    return;
  }
  if (r->tail == r->capacity) {
    r->capacity *= 2;
    r->front = realloc(r->front, r->capacity * sizeof(event));
    if (!r->front) abort();
  }
  size_t place = r->tail++;
  while (place > r->head && before(e, r->front[place - 1])) {
    r->front[place] = r->front[place - 1];
    place--;
  }
  r->front[place] = e;
}

static int compare(const void *a, const void *b) {
  return before(*(const event *)b, *(const event *)a) - before(*(const event *)a, *(const event *)b);
}

static void radix_load(radix *r) {
  for (;;) {
    unsigned level = __builtin_ctzll(r->occupied_levels), digit = __builtin_ctzll(r->occupied[level]);
    bucket *b = &r->buckets[level * FAN + digit];
    event *events = b->events;
    size_t count = b->count;
    b->count = 0;
    if (!(r->occupied[level] &= ~(1ull << digit))) r->occupied_levels &= ~(1ull << level);
    if (count <= SMALL) {
      // Rank sort: quadratic, but without a branch to mispredict.
      for (size_t i = 0; i < count; i++) {
        size_t rank = 0;
        for (size_t k = 0; k < count; k++) rank += before(events[k], events[i]);
        r->front[rank] = events[i];
      }
    } else if (level == 0) {
      if (count > r->capacity) {
        r->capacity = count * 2;
        r->front = realloc(r->front, r->capacity * sizeof(event));
        if (!r->front) abort();
      }
      memcpy(r->front, events, count * sizeof(event));
      qsort(r->front, count, sizeof(event), compare);
    } else {
      uint64_t earliest = UINT64_MAX;
      for (size_t i = 0; i < count; i++) earliest = events[i].time < earliest ? events[i].time : earliest;
      r->base = earliest;
      for (size_t i = 0; i < count; i++) radix_place(r, events[i]);
      continue;
    }
    r->head = 0;
    r->tail = count;
    r->base = r->front[0].time;
    unsigned shift = level * DIGIT;
    r->bound = ((r->base >> shift) + 1) << shift;
    return;
  }
}

static inline event radix_pop(radix *r) {
  if (r->head == r->tail) radix_load(r);
  return r->front[r->head++];
}

// ---------------------------------------------------------------------------------------------- hold model

struct cqueue_hold {
  cqueue_kind kind;
  heap heap;
  radix radix;
  uint64_t sequence;
  size_t next, mask;
  int64_t increments[];
};

static inline int64_t increment(cqueue_hold *hold) {
  int64_t value = hold->increments[hold->next];
  hold->next = (hold->next + 1) & hold->mask;
  return value;
}

cqueue_hold *cqueue_hold_create(cqueue_kind kind, size_t pending, const int64_t *increments, size_t count) {
  cqueue_hold *hold = calloc(1, sizeof(cqueue_hold) + count * sizeof(int64_t));
  if (!hold) return NULL;
  hold->kind = kind;
  hold->mask = count - 1;
  memcpy(hold->increments, increments, count * sizeof(int64_t));
  heap_reserve(&hold->heap, 1024);
  hold->radix.capacity = 1024;
  hold->radix.front = malloc(hold->radix.capacity * sizeof(event));
  if (!hold->radix.front) abort();
  for (size_t i = 0; i < pending; i++) {
    event e = {(uint64_t)increment(hold), hold->sequence++};
    if (kind == CQUEUE_HEAP) heap_push(&hold->heap, e);
    else radix_push(&hold->radix, e);
  }
  return hold;
}

uint64_t cqueue_hold_run(cqueue_hold *hold, size_t operations) {
  uint64_t checksum = 0;
  // One loop for each queue, so that neither pays for choosing.
  if (hold->kind == CQUEUE_HEAP) {
    for (size_t i = 0; i < operations; i++) {
      event e = heap_pop(&hold->heap);
      checksum = checksum * 0x9E3779B97F4A7C15u + e.time;
      heap_push(&hold->heap, (event){e.time + (uint64_t)increment(hold), hold->sequence++});
    }
  } else {
    for (size_t i = 0; i < operations; i++) {
      event e = radix_pop(&hold->radix);
      checksum = checksum * 0x9E3779B97F4A7C15u + e.time;
      radix_push(&hold->radix, (event){e.time + (uint64_t)increment(hold), hold->sequence++});
    }
  }
  return checksum;
}

void cqueue_hold_destroy(cqueue_hold *hold) {
  if (!hold) return;
  free(hold->heap.memory);
  free(hold->radix.front);
  for (size_t i = 0; i < LEVELS * FAN; i++) free(hold->radix.buckets[i].events);
  free(hold);
}
