/// The ports to workbooks and to portals' own templates, and what is known of both: learning a
/// portal's layout, what may be mended, what copies are called, how files are written safely.
@NullMarked
package org.certassist.core.workbook;

import org.jspecify.annotations.NullMarked;
