/// A small office in memory: profile, key, portal, archive and workbooks as real little things, for
/// tests and pictures of the window.
@NullMarked
package org.certassist.desktop.office;

import org.jspecify.annotations.NullMarked;
