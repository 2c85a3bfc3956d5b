// C++ with simdjson on demand, which reads the five fields that the document needs and no other.
#include <simdjson.h>

#include <string>
#include <string_view>

#include "document.h"

using simdjson::ondemand::object;

static simdjson::ondemand::parser parser;

template <class Write>
static void from_json(std::string_view json, size_t capacity, Write write) {
  auto document = parser.iterate(simdjson::padded_string_view(json.data(), json.size(), capacity));
  // A writer of libxml2's takes a text that ends in NUL, which a piece of the JSON does not.
  std::string mac, bridge, id, device;
  int64_t mtu = 0;
  const auto text = [](auto value) { return std::string(std::string_view(value.get_string())); };
  for (auto field : document["versioned_object.data"].get_object()) {
    const std::string_view key = field.unescaped_key();
    if (key == "address") {
      mac = text(field.value());
    } else if (key == "bridge_name") {
      bridge = text(field.value());
    } else if (key == "vif_name") {
      device = text(field.value());
    } else if (key == "network") {
      mtu = field.value()["versioned_object.data"]["mtu"].get_int64();
    } else if (key == "port_profile") {
      id = text(field.value()["versioned_object.data"]["interface_id"]);
    }
  }
  const std::string size = std::to_string(mtu);
  const auto view = [](const std::string &text) {
    return ::text{text.c_str(), text.size()};
  };
  const port port = {view(mac), view(bridge), view(id), view(device), view(size)};
  write(&port);
}

static void full(size_t number) {
  const text line = lines[number];
  from_json({line.start, line.length}, line.length + PADDING, write_document);
}

static void full_line(char *line, size_t length, size_t capacity) {
  from_json({line, length}, capacity, write_document);
}

static void plain(size_t number) {
  const text line = lines[number];
  from_json({line.start, line.length}, line.length + PADDING, put_document);
}

static void plain_line(char *line, size_t length, size_t capacity) {
  from_json({line, length}, capacity, put_document);
}

int main(int argc, char **argv) {
  static_assert(PADDING >= simdjson::SIMDJSON_PADDING);
  const stage stages[] = {{"full", full, full_line},
                          {"plain", plain, plain_line},
                          {nullptr, nullptr, nullptr}};
  try {
    return peer_main(argc, argv, stages);
  } catch (const simdjson::simdjson_error &error) {
    fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
}
