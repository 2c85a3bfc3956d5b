package import Diagnostics

extension CodeExplanation {
  /// Of the codes of files.
  package static let ofFileAccess = [
    CodeExplanation(
      .inputUnreadable,
      """
      A file or folder cannot be opened or read. The message ends with the kernel's reason: it is \
      not there, may not be read, or is a folder where a file is asked for. '-' stands for the \
      standard input.
      """
    ),
    CodeExplanation(
      .inputTooLarge,
      """
      A file is longer than is read. The bounds are far above what such files are: they keep a wrong \
      file, as a disk image, from filling the memory. Check the path; give many items as lines of \
      JSON, which are read one by one and may go on for ever.
      """
    ),
    CodeExplanation(
      .inputEncoding,
      """
      A file is not valid UTF-8. JSON is always UTF-8, and so is what libvirt prints. A document in \
      another encoding is not guessed at, since a wrong guess would change names. Convert it, as \
      with 'iconv -f latin1 -t utf8'.
      """
    ),
    CodeExplanation(
      .outputUnwritable,
      """
      A file cannot be written. The message ends with the kernel's reason, as a full disk or missing \
      rights. The text goes to a new file first, which then takes the old one's name: the old file \
      is as it was.
      """
    ),
  ]
}
