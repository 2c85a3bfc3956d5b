/// What of a file is not read on account of an item that is wrong.
package enum JSONLoss: Hashable, Sendable {
  /// The item alone, which ends before this offset.
  case item(Int)
  /// The item alone, which is not closed: another begins at this offset.
  case openItem(Int)
  /// The lines up to one that may begin another item: the item is not closed.
  case lines
  /// All that follows, of an array whose items cannot be told apart any more.
  case rest
  /// More than was looked over.
  case beyond
}
