/* What the peers in C and C++ share: they read the inputs of a folder, then obey lines of the
 * standard input, as Tests/Bench/Program/CommandLoop.swift does.
 *
 *     PEER FOLDER             obeys "pass STAGE COUNT" and "write STAGE FILE"
 *     PEER --stream STAGE     reads lines of JSON from the standard input, writes their documents
 */
#ifndef PEER_H
#define PEER_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A part of a text of the input; a NUL stands behind it. */
struct text {
  const char *start;
  size_t length;
};

/* The fields of a port that are in its document. */
struct port {
  struct text mac, bridge, id, device, mtu;
};

/* What is made of a port: a document is given to emit(). */
struct stage {
  const char *name;
  void (*run)(size_t number);
  /* The same from a line that is not of the inputs; of its `capacity`, PADDING bytes are free. */
  void (*run_line)(char *line, size_t length, size_t capacity);
};

/* So many bytes behind a line may be read. */
enum { PADDING = 64 };

static struct text *lines, *documents;
static struct port *ports;
static size_t count;

static FILE *output;
static size_t emitted;

static void emit(const char *text, size_t length) {
  emitted += length;
  if (output && fwrite(text, 1, length, output) != length) exit(1);
}

__attribute__((noreturn)) static void fail(const char *what) {
  fprintf(stderr, "error: %s: %s\n", what, strerror(errno));
  exit(1);
}

static char *read_file(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) fail(path);
  const size_t length = (size_t)ftell(file);
  rewind(file);
  char *bytes = (char *)calloc(length + PADDING, 1);
  if (!bytes || fread(bytes, 1, length, file) != length) fail(path);
  fclose(file);
  return bytes;
}

/* A copy with free room behind it. */
static struct text copied(const char *start, size_t length) {
  char *copy = (char *)calloc(length + PADDING, 1);
  if (!copy) fail("memory");
  memcpy(copy, start, length);
  struct text text = {copy, length};
  return text;
}

/* Cuts a text behind each `end`; what stands behind the last is left out. */
static struct text *pieces(const char *bytes, const char *end, size_t *number) {
  size_t room = 1024, size = strlen(end);
  struct text *found = (struct text *)malloc(room * sizeof *found);
  *number = 0;
  for (const char *rest = bytes, *next; (next = strstr(rest, end)); rest = next + size) {
    if (*number == room) found = (struct text *)realloc(found, (room *= 2) * sizeof *found);
    if (!found) fail("memory");
    found[(*number)++] = copied(rest, (size_t)(next - rest) + (size > 1 ? size : 0));
  }
  return found;
}

static void load(const char *folder) {
  size_t same;
  char *bytes = read_file(folder, "vifs.jsonl");
  lines = pieces(bytes, "\n", &count);
  free(bytes);
  bytes = read_file(folder, "documents.xml");
  documents = pieces(bytes, "</interface>\n", &same);
  free(bytes);
  bytes = read_file(folder, "fields.tsv");
  struct text *rows = pieces(bytes, "\n", &same);
  ports = (struct port *)calloc(count, sizeof *ports);
  if (!ports || same != count || !count) fail("the inputs");
  for (size_t number = 0; number < count; number++) {
    struct text *fields[] = {&ports[number].mac, &ports[number].bridge, &ports[number].id,
                             &ports[number].device, &ports[number].mtu};
    const char *rest = rows[number].start;
    for (int field = 0; field < 5; field++) {
      size_t size = strcspn(rest, "\t");
      *fields[field] = copied(rest, size);
      rest += size + 1;
    }
  }
  free(bytes);
}

static const struct stage *stage_named(const struct stage *stages, const char *name) {
  for (; stages->name; stages++)
    if (!strcmp(stages->name, name)) return stages;
  errno = EINVAL;
  fail(name);
}

static long long cpu_time(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void obey(const struct stage *stages) {
  char line[4096], verb[16], name[64], last[4000];
  printf("ready");
  for (const struct stage *stage = stages; stage->name; stage++) printf(" %s", stage->name);
  printf("\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "%15s %63s %3999s", verb, name, last) != 3) exit(2);
    const struct stage *stage = stage_named(stages, name);
    if (!strcmp(verb, "pass")) {
      size_t times = strtoull(last, NULL, 10);
      long long start = cpu_time();
      for (size_t index = 0; index < times; index++) stage->run(index % count);
      printf("%lld\n", cpu_time() - start);
    } else {
      output = fopen(last, "wb");
      if (!output) fail(last);
      for (size_t number = 0; number < count; number++) stage->run(number);
      fclose(output);
      output = NULL;
      printf("done\n");
    }
    fflush(stdout);
  }
}

static void stream(const struct stage *stage) {
  if (!stage->run_line) exit(2);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  output = stdout;
  while ((length = getline(&line, &capacity, stdin)) > 0) {
    if (capacity < (size_t)length + PADDING) {
      capacity = (size_t)length + PADDING;
      line = (char *)realloc(line, capacity);
      if (!line) fail("memory");
    }
    if (line[length - 1] == '\n') line[--length] = 0;
    stage->run_line(line, (size_t)length, capacity);
  }
  if (fflush(stdout)) fail("the output");
}

static int peer_main(int argc, char **argv, const struct stage *stages) {
  if (argc == 3 && !strcmp(argv[1], "--stream")) {
    stream(stage_named(stages, argv[2]));
  } else if (argc == 2) {
    load(argv[1]);
    obey(stages);
  } else {
    fprintf(stderr, "usage: %s FOLDER | --stream STAGE\n", argv[0]);
    return 2;
  }
  return 0;
}

#endif
