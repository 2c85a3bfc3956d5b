package import Diagnostics

extension CodeExplanation {
  /// Of the codes of JSON texts and of the items in them.
  package static let ofJSONText = [
    CodeExplanation(
      .jsonSyntax,
      """
      The text is not JSON (RFC 8259). Common reasons are apostrophes for quotes, a comma behind the \
      last member, True for true and comments: print(obj) of Python is not JSON, json.dumps(obj) is. \
      The offset in the message is where reading stopped.
      """,
      .settings("{'mtu': 1500}")
    ),
    CodeExplanation(
      .jsonTruncated,
      """
      The JSON text ends in the middle of a value. Nothing of the item is used, as the half that is \
      there may say something else than the whole. Mostly a file was copied while it was written, \
      or a brace is missing.
      """,
      .settings(#"{"mtu": 1500"#)
    ),
    CodeExplanation(
      .jsonTooDeep,
      """
      Objects and arrays are nested deeper than is read. os-vif's objects need about ten levels; the \
      bound keeps a hostile text from using up the stack.
      """
    ),
    CodeExplanation(
      .jsonEncoding,
      """
      A string is not valid UTF-8, or an escape in it is half of a surrogate pair. Such a text stands \
      for no characters, and XML could not hold it. Python writes such escapes for bytes that it \
      could not decode: mend the text where it was made.
      """,
      .settings(#"{"alias": "ua-\ud800"}"#)
    ),
    CodeExplanation(
      .jsonKind,
      """
      A value is of another kind than its field: text for a number, a list for an object. os-vif \
      coerces, so that "false" is true and 7 is "7" there; here it is an error, for it hides a fault \
      and os-vif itself never writes such. Give the value in the kind that the message names.
      """,
      .settings(#"{"mtu": "1500"}"#)
    ),
    CodeExplanation(
      .keyUnknown,
      """
      Nobody reads this key. Items and guest settings have a closed set of keys, which the message \
      lists, so that a mistyped one is told and not dropped. 'vif object schema item' and 'vif \
      object schema guest' print what there may be.
      """,
      .settings(#"{"drivers": {"queues": 4}}"#)
    ),
    CodeExplanation(
      .keyMissing,
      """
      An object has no member of a name that it must have, or an item is neither an os-vif primitive \
      nor an object around one. A primitive is what obj_to_primitive() returns; around it may stand \
      {"id", "vif", "guest", "host"}.
      """,
      .settings(#"{"vlan": {"tags": [{"nativeMode": "tagged"}]}}"#)
    ),
    CodeExplanation(
      .inputItemTooLarge,
      """
      One item is longer than is kept in memory. An os-vif object has some thousand bytes: mostly \
      the quotation mark or brace that ends the item is missing, and the rest of the file counts as \
      part of it. The items behind it are read.
      """
    ),
  ]
}
