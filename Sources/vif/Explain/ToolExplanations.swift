import Diagnostics

extension CodeExplanation {
  /// Of the codes of the tool itself.
  static let ofTool = [
    CodeExplanation(
      .codeUnknown,
      """
      There is no code of this name. 'vif explain' without a name lists all codes; they stand in \
      brackets at the end of each error, warning and finding, and under 'code' in the output as JSON.
      """
    ),
    CodeExplanation(
      .inputEmpty,
      """
      There is no item in the input, or no interface in a document. An empty answer would look like a \
      success, though mostly the program before in the pipe has failed, or the file is another than \
      was meant.
      """
    ),
    CodeExplanation(
      .inventoryKey,
      """
      A line of an inventory has a key that is for items of another form. 'guest' holds the guest \
      settings of os-vif primitives, 'options' nova's guest side, which goes with --from nova and \
      --from neutron. Ignored, it would leave the guest without what was asked for.
      """
    ),
    CodeExplanation(
      .inventoryTwice,
      """
      Two lines of an inventory, or two files of a folder, are for one domain; one may have its name \
      and the other its UUID. Each says what the domain is to have in all, so the second would take \
      off what the first has plugged in. Nothing is done to the domain. Put all its VIFs in one place.
      """
    ),
    CodeExplanation(
      .inventoryUnreadable,
      """
      A line of an inventory cannot be read, and names the domain that another line is for. That is as \
      far as its text can be made out. Each line says what a domain is to have in all: the one that can be \
      read would take off what the other wants, so nothing is done to the domain. Mend the line that \
      cannot be read; its own fault is told, too.
      """
    ),
    CodeExplanation(
      .inventoryURI,
      """
      A line of an inventory has an empty URI. libvirt would take its own default for it, which is not \
      the host that --connect names. Leave 'uri' out for that host, or name one.
      """
    ),
    CodeExplanation(
      .libvirtVersionNewer,
      """
      The version given with --libvirt is newer than all whose rules are known here. The rules of the \
      newest known one are taken for it: what libvirt has changed since is not told. If that version is \
      installed, 'vif check --parser' asks it itself.
      """
    ),
    CodeExplanation(
      .watchTimeout,
      """
      'vif watch' was to print so many events, and the time that it was given ended before they came. \
      What came was printed. Nothing is wrong with the connection: nothing happened to the guest.
      """
    ),
    CodeExplanation(
      .parserRefused,
      """
      The libvirt that is installed here refuses the interface. 'vif check --parser' defines a domain \
      with it in libvirt's test driver, inside this process and without a daemon; the reason is \
      libvirt's own, with its error number. If no other finding says the same, the version given with \
      --libvirt is another than the installed one, or a rule is missing here: please report it.
      """
    ),
    CodeExplanation(
      .goldenEmpty,
      """
      A folder of golden files holds no case. A check of nothing would pass for ever, so it is an \
      error. Check the path; a case is a file NAME.json in any folder below.
      """
    ),
  ]
}
