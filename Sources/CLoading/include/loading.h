#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A shared library that is loaded when one of its functions is first called, so that a run without
/// such a call starts as if there were none, and is not in need of it.
typedef struct {
  /// The name that the dynamic linker looks for.
  const char *name;
  /// How many functions are used.
  size_t count;
  /// What they are called.
  const char *const *symbols;
  /// Where they are, in the same order, once the library is loaded.
  void **functions;
  /// Why it cannot be used, as the dynamic linker says; empty once it is loaded.
  char fault[512];
} vif_library;

/// Loads a library and looks all functions up. Returns whether they are there; else it is as if the
/// library were not.
///
/// To be called once, as by `pthread_once`. A loaded library stays.
bool vif_loadLibrary(vif_library *library);

// For a list of functions: the index of each, what it is called, and the function itself, whose
// prototype is that of the library's header.
#define VIF_INDEX(name) INDEX_##name
#define VIF_SYMBOL(name) #name
#define VIF_REAL(functions, name) ((__typeof__(name) *)(functions)[VIF_INDEX(name)])
