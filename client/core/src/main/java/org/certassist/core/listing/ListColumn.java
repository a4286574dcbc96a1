package org.certassist.core.listing;

import java.util.List;

/// A column of the portals' lists, known by its header; a header is compared without white space,
/// marks and what stands in brackets.
public interface ListColumn {
  /// What it is called: the usual word first, then the others.
  List<String> words();
}
