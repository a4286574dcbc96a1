package org.certassist.core.archive;

import java.util.Optional;
import org.certassist.core.declaration.Content;

/// A history of which not every record opens.
///
/// @param record names it: its id, or what is left of one
/// @param content what it is about, where the step that says so still opens; else it may be about
///   anything
public record DamagedHistory(String record, Optional<Content> content) {}
