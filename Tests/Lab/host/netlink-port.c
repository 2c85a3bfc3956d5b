// Preloaded into libvirtd: sees to it that its netlink ports are below 2^31.
//
// libvirt 9.0 keeps the port that lldpad is to answer to in an int, and takes a negative one for a
// failure. libnl chooses ports by the clock, so half of all libvirtds could not do 802.1Qbg.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <stdint.h>

struct nl_sock;
uint32_t nl_socket_get_local_port(const struct nl_sock *);
void nl_socket_set_local_port(struct nl_sock *, uint32_t);
void nl_close(struct nl_sock *);

int nl_connect(struct nl_sock *socket, int protocol) {
  int (*real)(struct nl_sock *, int) = dlsym(RTLD_NEXT, "nl_connect");
  for (;;) {
    int status = real(socket, protocol);
    if (status < 0 || nl_socket_get_local_port(socket) <= INT_MAX) return status;
    nl_close(socket);
    // 0: libnl's own choice, which is another one each time.
    nl_socket_set_local_port(socket, 0);
  }
}
