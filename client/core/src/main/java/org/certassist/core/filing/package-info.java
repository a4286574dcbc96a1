/// The clerk's jobs: check a workbook, put it into a portal's template, sign and send a declaration
/// or export it to be carried, record that it was handed in, settle what was left open, export the
/// evidence.
@NullMarked
package org.certassist.core.filing;

import org.jspecify.annotations.NullMarked;
