/// The clerk's jobs: check a workbook, sign and send a declaration, settle what was left open,
/// export the evidence.
@NullMarked
package org.certassist.core.filing;

import org.jspecify.annotations.NullMarked;
