/* Runs a command, and appends to a file what it took:
 *
 *     measure FILE COMMAND [ARGUMENT…]
 *
 * A line of nanoseconds on the wall and of CPU time, of kilobytes in memory at most, and of the exit
 * status. It is a program of its own because a child's peak begins at its parent's size. */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long nanoseconds(struct timeval time) {
  return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL;
}

int main(int argc, char **argv) {
  pid_t child;
  int status;
  struct rusage usage;
  if (argc < 3) return 2;
  const long long start = now();
  if (posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ)) return 1;
  if (wait4(child, &status, 0, &usage) != child) return 1;
  const long long wall = now() - start;
  FILE *file = fopen(argv[1], "a");
  if (!file) return 1;
  fprintf(file, "%lld %lld %ld %d\n", wall,
          nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime), usage.ru_maxrss,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  return fclose(file) != 0;
}
