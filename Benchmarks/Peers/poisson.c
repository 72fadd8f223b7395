// A yardstick for the generation of activity: the least that could be called a simulated network.
//
// Each account does a Poisson number of things a day, each to a friend at random, at any second of
// the day; the events of a day are put in order of time. Nothing depends on who somebody is, what
// the hour is or what happened before, and there is no truth to know. Draws are those of
// Philox4x32-10, a stream for each account and day, as in Tocsin (Salmon and others 2011,
// doi 10.1145/2063384.2063405); an event takes 16 bytes.
//
//   cc -O2 -std=c11 -pthread poisson.c -o poisson -lm
//   ./poisson [accounts] [days] [events an account and day]
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { friends_mean = 70, seconds_a_day = 86400, repeats = 3, most_threads = 2 };

typedef struct { uint32_t time, actor, target, detail; } Event;
typedef struct { uint32_t entity, day, block, spares, words[4]; } Stream;

static uint32_t accounts = 100000, days = 7, *starts, *friends;
static double mean = 3.4;

static void refill(Stream *s) {
  uint32_t c0 = s->block++, c1 = 0, c2 = s->entity, c3 = s->day, k0 = 1, k1 = 0;
  for (int round = 0; round < 10; round++) {
    uint64_t first = 0xD2511F53ull * c0, second = 0xCD9E8D57ull * c2;
    c0 = (uint32_t)(second >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)second;
    c2 = (uint32_t)(first >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)first;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  s->words[0] = c0, s->words[1] = c1, s->words[2] = c2, s->words[3] = c3;
  s->spares = 4;
}

static inline uint32_t next(Stream *s) {
  if (!s->spares) refill(s);
  return s->words[--s->spares];
}

static inline uint32_t below(Stream *s, uint32_t bound) {
  return (uint32_t)((uint64_t)next(s) * bound >> 32);
}

// What one thread does: some of the accounts, and then some of the day.
typedef struct {
  uint32_t thread, threads;
  Event *drafts[most_threads], *sorted; // Drafts by the thread that puts them in order.
  size_t counts[most_threads];
  uint32_t *places; // One for each second of the day: how many events, and then where the next goes.
  uint64_t events, sum;
} Worker;

static Worker workers[most_threads];
static pthread_barrier_t barrier;

static void draft(Worker *w, uint32_t day, double none) {
  uint64_t first = (uint64_t)accounts * w->thread / w->threads;
  uint64_t end = (uint64_t)accounts * (w->thread + 1) / w->threads;
  for (uint32_t t = 0; t < w->threads; t++) w->counts[t] = 0;
  for (uint32_t account = first; account < end; account++) {
    Stream s = {.entity = account, .day = day};
    double rest = next(&s) * 0x1p-32, probability = none;
    for (int n = 1; rest >= probability && n < 64; n++) {
      rest -= probability;
      probability *= mean / n;
      uint32_t time = below(&s, seconds_a_day);
      uint32_t degree = starts[account + 1] - starts[account];
      uint32_t target = friends[starts[account] + below(&s, degree)];
      uint32_t orderer = time * w->threads / seconds_a_day;
      w->drafts[orderer][w->counts[orderer]++] = (Event){time, account, target, n};
    }
  }
}

// A counting sort: each worker puts the events of a share of the day's seconds in their places.
static void order(Worker *w) {
  uint32_t first = seconds_a_day / w->threads * w->thread;
  uint32_t end = seconds_a_day / w->threads * (w->thread + 1);
  uint32_t *places = w->places, sum = 0;
  for (uint32_t second = first; second < end; second++) places[second] = 0;
  for (uint32_t t = 0; t < w->threads; t++)
    for (size_t i = 0; i < workers[t].counts[w->thread]; i++)
      places[workers[t].drafts[w->thread][i].time]++;
  for (uint32_t second = first; second < end; second++) {
    uint32_t here = places[second];
    places[second] = sum;
    sum += here;
  }
  for (uint32_t t = 0; t < w->threads; t++)
    for (size_t i = 0; i < workers[t].counts[w->thread]; i++) {
      Event event = workers[t].drafts[w->thread][i];
      w->sorted[places[event.time]++] = event;
    }
  w->events += sum;
  if (sum) w->sum ^= w->sorted[sum / 2].target; // So that the compiler keeps the work.
}

static void *work(void *argument) {
  Worker *w = argument;
  for (uint32_t day = 0; day < days; day++) {
    draft(w, day, exp(-mean));
    pthread_barrier_wait(&barrier);
    order(w);
    pthread_barrier_wait(&barrier);
  }
  return NULL;
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static double run(uint32_t threads, uint64_t *events) {
  pthread_t ids[most_threads];
  pthread_barrier_init(&barrier, NULL, threads);
  double before = seconds(CLOCK_MONOTONIC);
  for (uint32_t t = 0; t < threads; t++) {
    workers[t].thread = t, workers[t].threads = threads, workers[t].events = 0;
    if (pthread_create(&ids[t], NULL, work, &workers[t])) exit(1);
  }
  *events = 0;
  for (uint32_t t = 0; t < threads; t++) {
    pthread_join(ids[t], NULL);
    *events += workers[t].events;
  }
  pthread_barrier_destroy(&barrier);
  return seconds(CLOCK_MONOTONIC) - before;
}

// Memory for elements, or the end of the program.
static void *room(size_t count, size_t size) {
  void *found = calloc(count, size);
  if (!found) {
    fprintf(stderr, "poisson: no memory for %zu elements of %zu bytes\n", count, size);
    exit(1);
  }
  return found;
}

int main(int count, char **arguments) {
  if (count > 1) accounts = (uint32_t)atol(arguments[1]);
  if (count > 2) days = (uint32_t)atol(arguments[2]);
  if (count > 3) mean = atof(arguments[3]);
  if (accounts < 1 || accounts > 10000000 || days < 1 || !(mean > 0 && mean <= 10)) {
    fprintf(stderr, "usage: poisson [accounts, to 10000000] [days] [events, to 10]\n");
    return 2;
  }
  // From half the mean to one and a half, anybody at random.
  starts = room(accounts + 1, sizeof *starts);
  friends = room((size_t)accounts * friends_mean * 3 / 2, sizeof *friends);
  for (uint32_t account = 0; account < accounts; account++) {
    Stream s = {.entity = account, .day = UINT32_MAX};
    starts[account + 1] = starts[account] + friends_mean / 2 + below(&s, friends_mean + 1);
    for (uint32_t i = starts[account]; i < starts[account + 1]; i++)
      friends[i] = below(&s, accounts);
  }
  for (uint32_t t = 0; t < most_threads; t++) {
    size_t most = (size_t)(accounts * (mean + 0.5)) + 100000;
    for (uint32_t o = 0; o < most_threads; o++) workers[t].drafts[o] = room(most, sizeof(Event));
    workers[t].sorted = room(most, sizeof(Event));
    workers[t].places = room(seconds_a_day, sizeof(uint32_t));
  }
  double best[most_threads] = {INFINITY, INFINITY};
  double processor = INFINITY; // On one thread.
  uint64_t events = 0;
  for (int r = 0; r < repeats; r++)
    for (uint32_t threads = 1; threads <= most_threads; threads++) {
      double before = seconds(CLOCK_PROCESS_CPUTIME_ID);
      best[threads - 1] = fmin(best[threads - 1], run(threads, &events));
      if (threads == 1) processor = fmin(processor, seconds(CLOCK_PROCESS_CPUTIME_ID) - before);
    }
  printf("| accounts | events | events a second, 1 thread | events a second, 2 threads | 2 : 1 "
         "| processor time an event, ns |\n|--:|--:|--:|--:|--:|--:|\n");
  printf("| %u | %llu | %.0f | %.0f | %.2f | %.0f |\n", accounts, (unsigned long long)events,
         events / best[0], events / best[1], best[0] / best[1], processor / events * 1e9);
  printf("\n%u days, the fastest of %d: a bare Poisson generator in C.\n", days, repeats);
  return 0;
}
