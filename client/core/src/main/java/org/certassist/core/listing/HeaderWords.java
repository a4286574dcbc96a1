package org.certassist.core.listing;

import java.util.List;

/// What a column is called in the lists of the portals: the usual word first, then the others.
///
/// A header is compared without white space, marks and what stands in brackets.
public interface HeaderWords {
  List<String> words();
}
