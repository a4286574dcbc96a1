package org.certassist.desktop;

import java.nio.file.Path;

/// What somebody who practises must be told, because nobody gave it to her with a key.
///
/// @param sample a filled workbook to begin with
/// @param pinFile the file in which the practice key's PIN stands
public record PracticeHints(Path sample, Path pinFile) {}
