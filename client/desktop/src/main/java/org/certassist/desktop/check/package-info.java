/// Opening a workbook and what the rules found in it: drop zone, findings, the sheet's cells.
@NullMarked
package org.certassist.desktop.check;

import org.jspecify.annotations.NullMarked;
